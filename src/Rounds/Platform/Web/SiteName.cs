namespace Rounds.Platform.Web;

/// <summary>The site's name for every page's head. The Site feature keeps it up to date.</summary>
public sealed class SiteName
{
    public const string Unnamed = "Rounds";

    private volatile string _value = Unnamed;

    public string Value
    {
        get => _value;
        set => _value = value;
    }
}
