using System.Globalization;
using System.Numerics;

namespace Drever.Engine.Results;

/// <summary>Little-endian integers of any width, and decimals, which are such an integer and a scale.</summary>
internal static class WideNumber
{
    public static BigInteger Read(ReadOnlySpan<byte> bytes, bool unsigned) => new(bytes, isUnsigned: unsigned, isBigEndian: false);

    public static double ToDouble(ReadOnlySpan<byte> bytes, int scale) =>
        double.Parse(DecimalText(bytes, scale), CultureInfo.InvariantCulture);

    /// <summary>Exact text, without zeros at the end of the fraction: 1.50 is <c>1.5</c>, 2.00 is <c>2</c>.</summary>
    public static string DecimalText(ReadOnlySpan<byte> bytes, int scale)
    {
        var value = Read(bytes, unsigned: false);
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var fraction = digits.AsSpan(digits.Length - scale).TrimEnd('0');
        return string.Concat(
            value.Sign < 0 ? "-" : "",
            digits.AsSpan(0, digits.Length - scale),
            fraction.IsEmpty ? "" : ".",
            fraction);
    }
}
