using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Drever.Wire;

/// <summary>
/// Writes JSON text straight into a buffer, escaping as a .NET service with Newtonsoft.Json does: quote, backslash,
/// controls below 0x20, U+0085, U+2028, U+2029, with lower-case hex; everything else goes out as it is.
/// Call <see cref="Flush"/> at the end.
/// </summary>
public ref struct JsonOut(IBufferWriter<byte> target)
{
    private const int Chunk = 512;
    private const int LongestValue = 64;

    private readonly IBufferWriter<byte> _target = target;
    private Span<byte> _span;
    private int _used;

    public void Flush()
    {
        _target.Advance(_used);
        _span = default;
        _used = 0;
    }

    public void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _span.Length - _used)
            Grow(bytes.Length);
        bytes.CopyTo(_span[_used..]);
        _used += bytes.Length;
    }

    public void Raw(byte value)
    {
        if (_used == _span.Length)
            Grow(1);
        _span[_used++] = value;
    }

    /// <summary>Room for up to <paramref name="length"/> bytes, to be filled and then counted with <see cref="Filled"/>.</summary>
    public Span<byte> Room(int length)
    {
        if (_span.Length - _used < length)
            Grow(length);
        return _span[_used..];
    }

    /// <summary>Counts bytes that were put into <see cref="Room"/>.</summary>
    public void Filled(int length) => _used += length;

    /// <summary>An invariant value without quotes, of at most 64 bytes.</summary>
    public void Format<T>(T value, scoped ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(Room(LongestValue), out var written, format, CultureInfo.InvariantCulture))
            throw new InvalidOperationException("A value takes more room than any of its type can.");
        Filled(written);
    }

    /// <summary>A finite real that always shows it is one: <c>5.0</c>, <c>0.03447</c>, <c>1E+20</c>.</summary>
    public void Real(double value)
    {
        var digits = Room(LongestValue);
        if (!value.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture))
            throw new InvalidOperationException("A real takes more room than any can.");
        Filled(written);
        if (digits[..written].IndexOfAny((byte)'.', (byte)'E') < 0)
            Raw(".0"u8);
    }

    /// <summary>A quoted, escaped string. Bytes that are not UTF-8 become U+FFFD.</summary>
    public void Text(scoped ReadOnlySpan<byte> utf8)
    {
        Raw((byte)'"');
        Escaped(utf8);
        Raw((byte)'"');
    }

    /// <summary>A quoted, escaped string; lone surrogates become U+FFFD.</summary>
    public void Text(string value) => Text(Encoding.UTF8.GetBytes(value));

    /// <summary>The inside of a string literal.</summary>
    public void Escaped(scoped ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            EscapedValid(utf8);
            return;
        }
        using var repaired = Utf8Repair.Repair(utf8);
        EscapedValid(repaired.Bytes);
    }

    private void EscapedValid(scoped ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            var at = JsonEscapes.IndexOfCandidate(utf8);
            if (at < 0)
            {
                Raw(utf8);
                return;
            }
            Raw(utf8[..at]);
            utf8 = utf8[at..];
            var consumed = JsonEscapes.At(utf8, out var escape);
            if (consumed > 0)
                Raw(escape);
            else
                Raw(utf8[..(consumed = 1)]);
            utf8 = utf8[consumed..];
        }
    }

    private void Grow(int needed)
    {
        if (_used > 0)
            _target.Advance(_used);
        _span = _target.GetSpan(Math.Max(needed, Chunk));
        _used = 0;
    }
}
