using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rounds.Platform.Images;

/// <summary>An image in the data folder's <c>media/</c>, named by its hash, stripped of all metadata before it was stored.</summary>
public sealed class StoredImage
{
    private StoredImage() { }

    public StoredImage(string hash, string contentType, int width, int height, long bytes, DateTimeOffset now) =>
        (Hash, ContentType, Width, Height, Bytes, StoredAt) = (hash, contentType, width, height, bytes, now);

    public long Id { get; private set; }

    /// <summary>SHA-256 of the stored bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public string ContentType { get; private set; } = "";

    /// <summary>Pixels; the page reserves the place, so that nothing jumps when the image arrives.</summary>
    public int Width { get; private set; }
    public int Height { get; private set; }
    public long Bytes { get; private set; }
    public DateTimeOffset StoredAt { get; private set; }

    public sealed class Mapping : IEntityTypeConfiguration<StoredImage>
    {
        public void Configure(EntityTypeBuilder<StoredImage> entity) => entity.HasIndex(i => i.Hash).IsUnique();
    }
}
