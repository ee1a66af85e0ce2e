namespace Rounds.Extraction.Learning;

/// <summary>One row of numbers being written, left to right.</summary>
internal ref struct FeatureRow(Span<float> values)
{
    private readonly Span<float> _values = values;

    public int Count { get; private set; }

    public void Add(double value) => _values[Count++] = (float)value;

    public void Add(bool value) => _values[Count++] = value ? 1 : 0;

    /// <summary>Counts matter by their order of magnitude.</summary>
    public void AddCount(int value) => _values[Count++] = MathF.Log(1 + Math.Max(0, value));

    public void AddShare(double part, double whole) => _values[Count++] = whole > 0 ? (float)(part / whole) : 0;
}
