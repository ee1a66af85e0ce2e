using Microsoft.AspNetCore.Identity;
using Rounds.Data;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts;

/// <summary>People: invitations, sign-in with password, passkey and codes, roles.</summary>
public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<User, IdentityRole<long>>(identity =>
            {
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
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(cookie =>
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
        services.AddScoped<OwnerSetup>();
        return services;
    }

    public static void MapAccounts(this Doors doors) =>
        doors.SignedIn.MapPost("/sign-out", async (SignInManager<User> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/");
        });
}
