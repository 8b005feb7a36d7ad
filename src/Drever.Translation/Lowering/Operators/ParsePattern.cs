using System.Collections.Immutable;
using System.Text;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Lowering.Operators;

/// <summary>A parse pattern as one RE2 expression, and which group holds which column.</summary>
internal sealed record ParsePattern(string Regex, ImmutableArray<(ColumnSymbol Column, int Group)> Columns)
{
    public static ParsePattern Of(BoundParse parse)
    {
        var isRegex = parse.Kind == ParseKind.Regex;
        var regex = new StringBuilder(isRegex ? FlagsOf(parse.Flags) : "(?s)").Append('^');
        var columns = ImmutableArray.CreateBuilder<(ColumnSymbol, int)>();
        var groups = 0;
        for (var i = 0; i < parse.Pieces.Length; i++)
        {
            var piece = parse.Pieces[i];
            if (piece.Column is { } column)
            {
                // what follows says where the column ends: a text, or nothing
                var isOpen = i + 1 < parse.Pieces.Length && parse.Pieces[i + 1].IsStar;
                var isLast = i + 1 == parse.Pieces.Length;
                regex.Append('(').Append(isRegex ? RegexOf(column.Type) : TextOf(column.Type, isOpen, isLast, parse.Kind)).Append(')');
                columns.Add((column, ++groups));
            }
            else if (piece.Text is { } text)
            {
                regex.Append(isRegex ? "(?:" + text + ")" : Escape(text));
                groups += isRegex ? GroupsIn(text) : 0;
            }
            else
            {
                regex.Append(isRegex ? ".*" : ".*?");
            }
        }

        if (!isRegex && parse.Pieces is [.., { Column: not null }])
            regex.Append('$');
        return new ParsePattern(regex.ToString(), columns.ToImmutable());
    }

    /// <summary>RE2 has the four flags of KQL under the same letters; what stands in for "no s" has to be said.</summary>
    private static string FlagsOf(string flags)
    {
        var set = new string([.. flags.Where(f => f is 'U' or 'm' or 's' or 'i').Distinct()]);
        var off = set.Contains('s', StringComparison.Ordinal) ? "" : "-s";
        return "(?" + set + off + ")";
    }

    /// <summary>In the regex kind the numbers have a pattern of their own, everything else is any text.</summary>
    private static string RegexOf(KqlType type) => type switch
    {
        KqlType.Int or KqlType.Long => "-?\\d+",
        KqlType.Real or KqlType.Decimal => "-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?",
        _ => ".*",
    };

    private static string TextOf(KqlType type, bool isOpen, bool isLast, ParseKind kind)
    {
        // a number before a * ends with its digits; in the relaxed kind there may be none
        if (isOpen && type.IsNumeric())
            return type.IsInteger() ? (kind == ParseKind.Relaxed ? "-?\\d*" : "-?\\d+") : (kind == ParseKind.Relaxed ? "[-+0-9.eE]*" : "[-+0-9.eE]+");
        return isLast ? ".*" : ".*?";
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '.' or '+' or '*' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '^' or '$')
                escaped.Append('\\').Append(c);
            else if (c == '\0')
                escaped.Append("\\x00");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>How many groups a regular expression captures: opening brackets that are not escaped, in a class, or of the <c>(?</c> kind.</summary>
    public static int GroupsIn(string regex)
    {
        var groups = 0;
        var inClass = false;
        for (var i = 0; i < regex.Length; i++)
        {
            switch (regex[i])
            {
                case '\\': i++; break;
                case '[' when !inClass:
                    inClass = true;
                    // a ] at the start of a class is a member of it
                    if (i + 1 < regex.Length && regex[i + 1] == '^')
                        i++;
                    if (i + 1 < regex.Length && regex[i + 1] == ']')
                        i++;
                    break;
                case ']': inClass = false; break;
                case '(' when !inClass:
                    var isSpecial = i + 1 < regex.Length && regex[i + 1] == '?';
                    var isNamed = isSpecial && i + 2 < regex.Length && (regex[i + 2] == 'P' || (regex[i + 2] == '<' && i + 3 < regex.Length && regex[i + 3] is not ('=' or '!')));
                    if (!isSpecial || isNamed)
                        groups++;
                    break;
            }
        }

        return groups;
    }
}
