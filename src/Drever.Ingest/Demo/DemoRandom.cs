namespace Drever.Ingest.Demo;

/// <summary>SplitMix64: small, fast, and the same on every machine and version.</summary>
internal sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a purpose, so that one more draw there changes nothing elsewhere.</summary>
    public static DemoRandom For(ulong seed, string purpose, int number = 0)
    {
        var mixed = seed ^ ((ulong)number * 0x9E3779B97F4A7C15);
        foreach (var c in purpose)
            mixed = (mixed ^ c) * 0x100000001B3;
        return new(mixed);
    }

    /// <summary>A number from a text; string.GetHashCode differs from run to run.</summary>
    public static long Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>At least 0, less than the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The first items are much more frequent than the last.</summary>
    public T Skewed<T>(IReadOnlyList<T> items) => items[Math.Min(Below(items.Count), Below(items.Count))];

    public string Hex(int digits)
    {
        Span<char> text = stackalloc char[digits];
        for (var i = 0; i < digits; i++)
            text[i] = "0123456789abcdef"[Below(16)];
        return new string(text);
    }

    public string Guid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    public TimeSpan Within(TimeSpan span) => new((long)(Next() % (ulong)span.Ticks));
}
