namespace Rounds;

/// <summary>What can be set for the whole program, under <c>Rounds</c> in appsettings.json or as <c>Rounds__…</c> in the environment.</summary>
public sealed class RoundsOptions
{
    public const string Section = "Rounds";

    /// <summary>Folder for the database file, images, keys and unsent mail.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; without one, an SQLite file in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>The address readers use, such as <c>https://news.example.org</c>, for links in mail and feeds. Without it, the request's own.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// Hosts (with port, where not the scheme's own) that may be fetched although they are not public, parted by commas.
    /// For tests and for an intranet's own news pages; empty otherwise.
    /// </summary>
    public string TestHosts { get; set; } = "";

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, parted by commas; loopback always is.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>How long a copy of a guests' page lives when nothing in it changes; 0 makes every page anew.</summary>
    public int GuestPageSeconds { get; set; } = 60;

    /// <summary>Comments, reports, suggestions and messages that one address may send as a guest.</summary>
    public int GuestFormsPerTenMinutes { get; set; } = 20;
}
