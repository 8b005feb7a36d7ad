using System.Globalization;

namespace Drever.Kql.Binding;

/// <summary>Names that are in use. A name that is taken gets the first free number: X, X1, X2.</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> _lastNumber = new(StringComparer.Ordinal);

    /// <summary>The name itself where it is free, else with a number; taken from now on.</summary>
    public string Take(string name)
    {
        if (!_lastNumber.TryGetValue(name, out var number))
        {
            _lastNumber.Add(name, 0);
            return name;
        }

        string unique;
        do
        {
            number++;
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        }
        while (_lastNumber.ContainsKey(unique));

        _lastNumber[name] = number;
        _lastNumber.Add(unique, 0);
        return unique;
    }
}
