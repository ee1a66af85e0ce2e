using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Data;
using Rounds.Features.Accounts.Entry;
using Rounds.Features.Accounts.Invitations;
using Rounds.Features.Accounts.Own;
using Rounds.Features.Accounts.People;
using Rounds.Platform.Jobs;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts;

/// <summary>People: invitations, sign-in with password, passkey and codes, roles.</summary>
public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        AddIdentity(services);
        AddCookies(services);
        services.Configure<RazorPagesOptions>(o =>
            o.Conventions.AddFolderApplicationModelConvention("/Accounts", page => page.Filters.Add(new AccountPageFilter())));
        return services
            .AddSingleton<UnknownNames>()
            .AddScoped<OwnerSetup>()
            .AddScoped<InvitationDesk>()
            .AddScoped<Acceptance>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<PasswordLinks>()
            .AddScoped<ProfileChanges>()
            .AddScoped<TwoStep>()
            .AddScoped<PeopleQueries>()
            .AddScoped<RoleChanges>()
            .AddScoped<Membership>()
            .AddJobHandler<PasswordMailJob>();
    }

    public static void MapAccounts(this Doors doors)
    {
        doors.SignedIn.MapPost("/sign-out", async (SignInManager<User> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/");
        });
        doors.MapPasskeys();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentity<User, IdentityRole<long>>(identity =>
            {
                // Required by the forms instead: people known from imports have none.
                identity.User.RequireUniqueEmail = false;

                // NIST SP 800-63B, 5.1.1.2: length, no rules of composition.
                identity.Password.RequiredLength = 10;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 6;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<RoundsDb>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<TimedCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddUserManager<AccountRegister>()
            .AddPasswordValidator<ObviousPasswords>()
            .AddErrorDescriber<PlainErrors>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromDays(1));
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Kept in the device with the account's name, so that nobody types one; and guarded by finger, face or PIN.
            o.ResidentKeyRequirement = "required";
            o.UserVerificationRequirement = "required";
        });
    }

    private static void AddCookies(IServiceCollection services) => services.ConfigureApplicationCookie(cookie =>
    {
        cookie.Cookie.Name = GuestPagesMiddleware.SessionCookie;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "from";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);

        // What a person may not see is a 404: the page does not exist for them.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    });
}
