using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Drever.Kql.Syntax;

/// <summary>
/// Writes a tree as one line of s-expressions, for tests and for <c>drever explain --stages</c>: <c>(pipe source=T operators=[(take count=5)])</c>.
/// A node is its name and its properties; what is null, empty or false is left out, spans are not shown.
/// </summary>
public static class SyntaxPrinter
{
    private static readonly string[] Suffixes = ["Operator", "Expression", "Statement", "Syntax", "Block"];

    /// <summary>What reflection says of a type never changes, so it is kept.</summary>
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    public static string Print(SyntaxNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case Name name: text.Append(NameText(name)); break;
            case NameExpression name: text.Append(NameText(name.Name)); break;
            case WildcardNameExpression wildcard: text.Append(wildcard.Pattern); break;
            case StarExpression: text.Append('*'); break;
            case LiteralExpression literal and not (DynamicLiteral or TypeOfLiteral): text.Append(LiteralText(literal)); break;
            case DynamicScalar scalar: Write(text, scalar.Literal); break;
            case DynamicNull: text.Append("null"); break;
            case ScalarTypeSyntax type: text.Append(type.Name); break;
            case BinaryExpression binary: WriteForm(text, binary.Operator.ToString(), binary.Left, binary.Right); break;
            case UnaryExpression unary: WriteForm(text, unary.Operator.ToString(), unary.Operand); break;
            case PathExpression path: WriteForm(text, ".", path.Target, path.Selector); break;
            case ElementExpression element: WriteForm(text, "[]", element.Target, element.Index); break;
            case FunctionCall call: WriteForm(text, "call " + NameText(call.Name), [.. call.Arguments]); break;
            case NamedExpression { HasNameList: false } named: WriteForm(text, "=", named.Names[0], named.Value); break;
            case OperatorParameter parameter: WriteForm(text, parameter.Name.Text, parameter.Value); break;
            case ColumnDeclaration column: WriteForm(text, ":", column.Name, column.Type); break;
            case DynamicProperty property: WriteForm(text, Quote(property.Key), property.Value); break;
            case DynamicLiteral dynamic: WriteForm(text, "dynamic", dynamic.Value); break;
            case TypeOfLiteral typeOf: WriteForm(text, "typeof", typeOf.Type); break;
            case ParenthesizedExpression parenthesized: WriteForm(text, "()", parenthesized.Inner); break;
            case SyntaxNode node: WriteNode(text, node); break;
            case string s: text.Append(Quote(s)); break;
            case IEnumerable items: WriteList(text, items); break;
            default: text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteForm(StringBuilder text, string head, params ReadOnlySpan<SyntaxNode> parts)
    {
        text.Append('(').Append(head);
        foreach (var part in parts)
        {
            text.Append(' ');
            Write(text, part);
        }

        text.Append(')');
    }

    private static void WriteNode(StringBuilder text, SyntaxNode node)
    {
        var shape = Shapes.GetOrAdd(node.GetType(), static type => new Shape(type));
        text.Append('(').Append(shape.Head);
        foreach (var (label, property) in shape.Properties)
        {
            var value = property.GetValue(node);
            if (value is null or false or ICollection { Count: 0 })
                continue;
            text.Append(' ').Append(label);
            if (value is true)
                continue;
            text.Append('=');
            Write(text, value);
        }

        text.Append(')');
    }

    private static void WriteList(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(' ');
            isFirst = false;
            Write(text, item);
        }

        text.Append(']');
    }

    private static string LiteralText(LiteralExpression literal) => literal switch
    {
        StringLiteral s => (s.IsHidden ? "h" : "") + Quote(s.Value),
        BoolLiteral b => Typed("bool", b.Value is { } v ? (v ? "true" : "false") : null),
        IntLiteral i => Typed("int", i.Value?.ToString(CultureInfo.InvariantCulture)),
        LongLiteral { Value: { } v } => v.ToString(CultureInfo.InvariantCulture),
        RealLiteral r => Typed("real", r.Value?.ToString("R", CultureInfo.InvariantCulture)),
        DecimalLiteral d => Typed("decimal", d.Value is { } v ? FormattableString.Invariant($"{v.Unscaled}e-{v.Scale}") : null),
        DateTimeLiteral d => Typed("datetime", d.Ticks is { } v ? new DateTime(v, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture) : null),
        TimeSpanLiteral t => Typed("timespan", t.Ticks is { } v ? new TimeSpan(v).ToString("c", CultureInfo.InvariantCulture) : null),
        GuidLiteral g => Typed("guid", g.Value?.ToString()),
        _ => Typed("long", null),
    };

    private static string Typed(string type, string? value) => type + "(" + (value ?? "null") + ")";

    private static string NameText(Name name) => name.Bracketed ? "[" + Quote(name.Text) + "]" : name.Text;

    private static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (char.IsControl(c))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }

    /// <summary>What is shown of a node type.</summary>
    private sealed class Shape
    {
        public Shape(Type type)
        {
            var head = type.Name;
            foreach (var suffix in Suffixes)
            {
                if (head.EndsWith(suffix, StringComparison.Ordinal) && head.Length > suffix.Length)
                {
                    head = head[..^suffix.Length];
                    break;
                }
            }

            Head = FirstLower(head);
            Properties = [.. type.GetConstructors()
                .MaxBy(static c => c.GetParameters().Length)!.GetParameters()
                .Where(static p => p.ParameterType != typeof(Text.TextSpan))
                .Select(p => (FirstLower(p.Name!), type.GetProperty(p.Name!)!))];
        }

        public string Head { get; }

        public (string Label, PropertyInfo Property)[] Properties { get; }

        private static string FirstLower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
