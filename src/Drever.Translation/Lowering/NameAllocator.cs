using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;

namespace Drever.Translation.Lowering;

/// <summary>
/// Makes the names that only the SQL has: source aliases, lambda parameters, internal columns. They are a lower-case word and a
/// number behind a prefix that no column of the result begins with, so that none of them can be taken for a column.
/// </summary>
internal sealed class NameAllocator
{
    private readonly string _prefix = "";
    private int _last;

    public NameAllocator(ImmutableArray<ColumnSymbol> resultColumns)
    {
        while (resultColumns.Any(c => c.Name.StartsWith(_prefix, StringComparison.Ordinal) && IsGeneratedForm(c.Name.AsSpan(_prefix.Length))))
            _prefix += "_";
    }

    public string New(string hint) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}{hint}{++_last}");

    /// <summary>A name for a column of a nested SELECT: its own where that can't be mistaken for anything.</summary>
    public string ForColumn(ColumnSymbol symbol, HashSet<string> taken)
    {
        var name = symbol.Name;
        if (!IsPlainName(name) || IsGeneratedForm(name.AsSpan().TrimStart('_')) || !taken.Add(name))
        {
            name = New("c");
            taken.Add(name);
        }

        return name;
    }

    private static bool IsPlainName(string name)
    {
        if (name.Length is 0 or > 100)
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }

    /// <summary>Letters, then digits; what follows a dot would be read as a part of it.</summary>
    private static bool IsGeneratedForm(ReadOnlySpan<char> name)
    {
        var letters = 0;
        while (letters < name.Length && char.IsAsciiLetterLower(name[letters]))
            letters++;
        var end = letters;
        while (end < name.Length && char.IsAsciiDigit(name[end]))
            end++;
        return letters > 0 && end > letters && (end == name.Length || name[end] == '.');
    }
}
