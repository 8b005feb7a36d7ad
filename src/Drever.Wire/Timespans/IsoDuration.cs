using System.Globalization;

namespace Drever.Wire;

/// <summary>
/// ISO 8601 durations: <c>P30D</c>, <c>PT1H</c>, <c>P1DT12H30M5.5S</c>, and with the lengths the sibling Log Analytics
/// API gives them, weeks of 7, months of 30 and years of 365 days. The last part may have a fraction.
/// </summary>
internal static class IsoDuration
{
    private const decimal Day = TimeSpan.TicksPerDay;

    private static readonly (char Unit, decimal Ticks)[] DateUnits = [('Y', 365 * Day), ('M', 30 * Day), ('W', 7 * Day), ('D', Day)];

    private static readonly (char Unit, decimal Ticks)[] TimeUnits =
        [('H', TimeSpan.TicksPerHour), ('M', TimeSpan.TicksPerMinute), ('S', TimeSpan.TicksPerSecond)];

    /// <summary>Null when the text is no duration, or longer than <see cref="TimeSpan.MaxValue"/>.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
            return null;
        text = text[1..];
        decimal ticks = 0;
        var state = new Parts(DateUnits);
        while (!text.IsEmpty)
        {
            if (text[0] is 'T' or 't')
            {
                if (!state.StartTime(TimeUnits) || text.Length == 1)
                    return null;
                text = text[1..];
                continue;
            }
            if (!state.Take(ref text, ref ticks))
                return null;
        }
        return ticks > TimeSpan.MaxValue.Ticks ? null : new TimeSpan((long)ticks);
    }

    // units come in their order, each once, nothing after a fraction
    private struct Parts((char Unit, decimal Ticks)[] units)
    {
        private (char Unit, decimal Ticks)[] _units = units;
        private int _next;
        private bool _inTime;
        private bool _ended;

        public bool StartTime((char Unit, decimal Ticks)[] units)
        {
            if (_inTime || _ended)
                return false;
            (_units, _next, _inTime) = (units, 0, true);
            return true;
        }

        public bool Take(scoped ref ReadOnlySpan<char> text, ref decimal ticks)
        {
            var length = 0;
            while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or ','))
                length++;
            if (_ended || length is 0 or > 18 || length == text.Length)
                return false;
            Span<char> number = stackalloc char[length];
            text[..length].Replace(number, ',', '.');
            if (!char.IsAsciiDigit(number[0]) || !char.IsAsciiDigit(number[^1]) ||
                !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return false;
            _ended = number.Contains('.');
            var unit = char.ToUpperInvariant(text[length]);
            while (_next < _units.Length && _units[_next].Unit != unit)
                _next++;
            if (_next == _units.Length)
                return false;
            ticks += value * _units[_next++].Ticks;
            text = text[(length + 1)..];
            return true;
        }
    }
}
