using System.IO.Compression;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Rounds.Data;
using Rounds.Platform.Assets;
using Rounds.Platform.Images;
using Rounds.Platform.Jobs;
using Rounds.Platform.Mail;
using Rounds.Platform.Outbound;
using Rounds.Platform.Web;

namespace Rounds.Platform;

/// <summary>Everything below the features: settings, database, jobs, mail, images, the web's machinery.</summary>
public static class PlatformStart
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(RoundsOptions.Section).Get<RoundsOptions>() ?? new RoundsOptions();
        var folder = new DataFolder(options.Data);
        var services = builder.Services;
        services.Configure<RoundsOptions>(builder.Configuration.GetSection(RoundsOptions.Section));
        services.Configure<SmtpOptions>(builder.Configuration.GetSection(SmtpOptions.Section));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddRoundsDb(DatabaseEngine.For(options.Database, folder.Path));
        services.AddDataProtection().SetApplicationName("Rounds").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddJobs();
        services.AddSingleton<SafeClient>();
        services.AddScoped<Mailer>();
        services.AddScoped<ImageStore>();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<SiteName>();
        services.AddSingleton<GuestFormCheck>();
        services.AddSingleton(p => new GuestPages(p.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(options.GuestPageSeconds)));
        services.AddHttpContextAccessor();
        Doors.AddDoors(services, options.GuestFormsPerTenMinutes);
        AddWeb(builder, services, options);
    }

    public static void MapAssets(this Doors doors) => doors.Reading.MapGet("/a/{version}/{**name}",
        (HttpContext context, SiteAssets assets, string version, string name) => assets.Serve(context, version, name));

    private static void AddWeb(WebApplicationBuilder builder, IServiceCollection services, RoundsOptions options)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Features");
        services.AddSingleton<HtmlEncoder, FiveCharacterEncoder>();
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(o => o.Cookie.Name = GuestPagesMiddleware.NoticeCookie);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "rounds-form";
            forms.FormFieldName = "form-token";
        });
        services.AddResponseCompression(compression =>
        {
            // Antiforgery tokens are masked anew in each answer, so compressing them tells nothing (BREACH).
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                headers.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // The keys lie in the data folder, which only the service may read; there is nothing else here to lock them with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
