using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>What the owner says about the whole site: one row.</summary>
public sealed class SiteProfile
{
    public const long OnlyId = 1;

    public long Id { get; private set; } = OnlyId;
    public string Name { get; private set; } = SiteName.Unnamed;
    public string Tagline { get; private set; } = "";

    /// <summary>Markdown. Empty until the owner writes their own: the page then shows the rules we ship.</summary>
    public string HouseRules { get; private set; } = "";

    public void Describe(string name, string tagline, string houseRules) =>
        (Name, Tagline, HouseRules) = (PlainText.Of(name).Trim(), PlainText.Of(tagline).Trim(), PlainText.Of(houseRules).Trim());

    public sealed class Mapping : IEntityTypeConfiguration<SiteProfile>
    {
        public void Configure(EntityTypeBuilder<SiteProfile> entity) => entity.Property(s => s.Id).ValueGeneratedNever();
    }
}
