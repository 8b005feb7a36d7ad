using System.Collections.Immutable;
using System.Globalization;
using Drever.Kql.Symbols;

namespace Drever.Functions;

/// <summary>
/// Reads the one-line notation in which functions are declared:
/// <c>name(parameter: [column|const|literal|literal!|star|star?|aggregate] kind[?|{min,max}] [in word/word], (a: kind, b: kind)+, ...): result
/// [as naming[(prefix)]] [hidden] [obsolete] [-> alternative] [foldable]</c>. A kind is one of <see cref="ParameterKind"/>'s words in lower case
/// (<c>common</c> and <c>commonordynamic</c> for the common types) or scalar types with <c>|</c> between; the result a scalar type,
/// <c>param0</c>, <c>widest</c>, <c>commonnondynamic</c>, <c>typeof(last)</c>, <c>custom</c>, <c>tabular</c>, ...
/// </summary>
public static class Declarations
{
    /// <summary>Groups lines by name, in order, into symbols.</summary>
    public static IEnumerable<FunctionSymbol> Read(IEnumerable<string> lines, FunctionKind kind, bool isPending, Func<ImmutableArray<KqlType>, KqlType>? customReturn = null) =>
        lines.Select(line => new DeclarationReader(line).Read())
            .GroupBy(d => d.Name, StringComparer.Ordinal)
            .Select(group =>
            {
                var first = group.First();
                return new FunctionSymbol(group.Key, kind, [.. group.Select(d => d.Signature)])
                {
                    Naming = first.Naming,
                    NamePrefix = first.Prefix,
                    IsHidden = first.IsHidden,
                    IsObsolete = first.IsObsolete,
                    Alternative = first.Alternative,
                    IsConstantFoldable = first.IsFoldable,
                    IsPending = isPending,
                    CustomReturn = customReturn,
                };
            });
}

/// <summary>One declaration as it was read.</summary>
internal sealed record Declaration(string Name, Signature Signature)
{
    public ResultNaming Naming { get; init; }

    public string Prefix { get; init; } = "";

    public bool IsHidden { get; init; }

    public bool IsObsolete { get; init; }

    public bool IsFoldable { get; init; }

    public string? Alternative { get; init; }
}

/// <summary>A cursor over one line. A line is our own text: a mistake in it is an exception that the tests see.</summary>
internal sealed class DeclarationReader(string line)
{
    private int _at;

    public Declaration Read()
    {
        // an operator's own text may hold brackets or blanks, never the opening one of its parameters
        var name = Until('(').Trim();
        _at++;
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        var block = 0;
        Blanks();
        while (!Take(')'))
        {
            if (Take('('))
            {
                while (!Take(')'))
                {
                    parameters.Add(ReadParameter() with { Min = 1, Max = Parameter.Unbounded });
                    block++;
                    Take(',');
                    Blanks();
                }

                Expect('+');
            }
            else
            {
                parameters.Add(ReadParameter());
            }

            Take(',');
            Blanks();
        }

        Expect(':');
        Blanks();
        var (returns, type) = ReadReturn(Word());
        var declaration = new Declaration(name, new Signature(parameters.ToImmutable(), returns) { ReturnType = type, BlockLength = block });
        return ReadFlags(declaration);
    }

    private Declaration ReadFlags(Declaration declaration)
    {
        Blanks();
        while (_at < line.Length)
        {
            switch (Word())
            {
                case "as":
                    Blanks();
                    var naming = Word();
                    var bracket = naming.IndexOf('(', StringComparison.Ordinal);
                    declaration = declaration with
                    {
                        Naming = Enum.Parse<ResultNaming>(bracket < 0 ? naming : naming[..bracket]),
                        Prefix = bracket < 0 ? "" : naming[(bracket + 1)..^1],
                    };
                    break;
                case "hidden": declaration = declaration with { IsHidden = true }; break;
                case "obsolete": declaration = declaration with { IsObsolete = true }; break;
                case "foldable": declaration = declaration with { IsFoldable = true }; break;
                case "->":
                    Blanks();
                    declaration = declaration with { Alternative = Word() };
                    break;
                case var word: throw Bad($"'{word}' is no flag");
            }

            Blanks();
        }

        return declaration;
    }

    private Parameter ReadParameter()
    {
        var name = Until(':').Trim();
        _at++;
        Blanks();
        var (argument, kindWord) = ReadArgumentKind(KindWord());
        var (kind, types) = ReadKind(kindWord);
        var (min, max) = ReadRepeat();
        var parameter = new Parameter(name, kind, min, max) { Argument = argument, Types = types };
        Blanks();
        if (string.CompareOrdinal(line, _at, "in ", 0, 3) != 0)
            return parameter;
        _at += 3;
        var start = _at;
        while (line[_at] is not (',' or ')'))
            _at++;
        return parameter with { Values = [.. line[start.._at].Split('/').Select(w => w.Trim('"'))] };
    }

    private (ArgumentKind Argument, string Kind) ReadArgumentKind(string word)
    {
        ArgumentKind? argument = word switch
        {
            "column" => ArgumentKind.Column,
            "const" => ArgumentKind.Constant,
            "literal" => ArgumentKind.Literal,
            "literal!" => ArgumentKind.LiteralNotEmpty,
            "star" => ArgumentKind.Star,
            "star?" => ArgumentKind.StarAllowed,
            "aggregate" => ArgumentKind.Aggregate,
            _ => null,
        };
        if (argument is null)
            return (ArgumentKind.Expression, word);
        Blanks();
        return (argument.Value, KindWord());
    }

    private (ParameterKind Kind, ImmutableArray<KqlType> Types) ReadKind(string word)
    {
        switch (word)
        {
            case "type": return (ParameterKind.TypeLiteral, []);
            case "common": return (ParameterKind.CommonScalar, []);
            case "commonordynamic": return (ParameterKind.CommonScalarOrDynamic, []);
            case "param0": return (ParameterKind.Parameter0, []);
            case "param1": return (ParameterKind.Parameter1, []);
        }

        var types = word.Split('|');
        if (types.All(t => KqlTypes.TryParse(t, out _)))
            return (ParameterKind.Declared, [.. types.Select(t => KqlTypes.TryParse(t, out var type) ? type : KqlType.Unknown)]);
        return Enum.TryParse<ParameterKind>(word, ignoreCase: true, out var kind) ? (kind, []) : throw Bad($"'{word}' is no kind of parameter");
    }

    private (int Min, int Max) ReadRepeat()
    {
        if (Take('?'))
            return (0, 1);
        if (!Take('{'))
            return (1, 1);
        var range = Until('}').Split(',');
        _at++;
        var min = int.Parse(range[0], CultureInfo.InvariantCulture);
        return (min, range[1].Length == 0 ? Parameter.Unbounded : int.Parse(range[1], CultureInfo.InvariantCulture));
    }

    private (ReturnKind Kind, KqlType Type) ReadReturn(string word) => word switch
    {
        "param0" => (ReturnKind.Parameter0, default),
        "param1" => (ReturnKind.Parameter1, default),
        "param0promoted" => (ReturnKind.Parameter0Promoted, default),
        "widest" => (ReturnKind.Widest, default),
        "common" => (ReturnKind.Common, default),
        "commonnondynamic" => (ReturnKind.CommonNonDynamic, default),
        "typeof(last)" => (ReturnKind.ParameterNLiteral, default),
        "typeof(0)" => (ReturnKind.Parameter0Literal, default),
        "typeof(1)" => (ReturnKind.Parameter1Literal, default),
        "custom" => (ReturnKind.Custom, default),
        "tabular" => (ReturnKind.Tabular, default),
        _ when KqlTypes.TryParse(word, out var type) => (ReturnKind.Declared, type),
        _ => throw Bad($"'{word}' is no result"),
    };

    private string Until(char end)
    {
        var stop = line.IndexOf(end, _at);
        if (stop < 0)
            throw Bad($"'{end}' expected");
        var text = line[_at..stop];
        _at = stop;
        return text;
    }

    private string Word()
    {
        var start = _at;
        while (_at < line.Length && line[_at] != ' ')
            _at++;
        return line[start.._at];
    }

    /// <summary>A word of a parameter, which ends at its repetition or at the next parameter; <c>star?</c> and <c>literal!</c> are words.</summary>
    private string KindWord()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(line[_at]) || line[_at] is '|' or '!')
            _at++;
        if (line[_at] == '?' && line[_at + 1] == ' ' && line.AsSpan(start, _at - start) is "star")
            _at++;
        return line[start.._at];
    }

    private void Blanks()
    {
        while (_at < line.Length && line[_at] == ' ')
            _at++;
    }

    private bool Take(char c)
    {
        if (_at >= line.Length || line[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Take(c))
            throw Bad($"'{c}' expected");
    }

    private FormatException Bad(string what) => new($"{what} at {_at} of the declaration: {line}");
}
