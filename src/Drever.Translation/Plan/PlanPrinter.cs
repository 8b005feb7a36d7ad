using System.Text;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Plan;

/// <summary>A plan as an indented outline for people, inputs below the step that reads them.</summary>
public static class PlanPrinter
{
    /// <summary>Wider results are cut in the outline: a table has up to 68 columns.</summary>
    private const int ColumnsShown = 8;

    public static string Print(BoundRelation plan)
    {
        var text = new StringBuilder();
        Print(text, plan, 0);
        return text.ToString();
    }

    private static void Print(StringBuilder text, BoundRelation relation, int depth)
    {
        text.Append(' ', depth * 2).Append(Name(relation));
        if (Detail(relation) is { Length: > 0 } detail)
            text.Append(' ').Append(detail);
        text.Append(" -> ").AppendJoin(", ", relation.Columns.Take(ColumnsShown).Select(c => $"{c.Name}:{c.Type.Name()}"));
        if (relation.Columns.Length > ColumnsShown)
            text.Append(", ... ").Append(relation.Columns.Length).Append(" columns");
        text.Append('\n');
        foreach (var input in BoundTree.Inputs(relation))
            Print(text, input, depth + 1);
    }

    private static string Name(BoundRelation relation)
    {
        var name = relation.GetType().Name;
        return name.StartsWith("Bound", StringComparison.Ordinal) ? name["Bound".Length..] : name;
    }

    private static string Detail(BoundRelation relation) => relation switch
    {
        BoundScan scan => scan.Table.Name,
        BoundFilter filter => Print(filter.Predicate),
        BoundTake take => Print(take.Count),
        BoundSort sort => string.Join(", ", sort.Keys.Select(k => Print(k.Value) + (k.Descending ? " desc" : " asc"))),
        BoundJoin join => $"{join.Kind} on " + string.Join(", ", join.Keys.Select(k => $"{Print(k.Left)} == {Print(k.Right)}")),
        BoundExtend extend => Definitions(extend.Definitions),
        BoundProject project => Definitions(project.Definitions),
        BoundSummarize summarize => string.Join(", ", summarize.Aggregates.Select(a => Print(a.Value))) + " by " + Definitions([.. summarize.Keys]),
        BoundShared shared => shared.Shared.Name,
        BoundPending pending => pending.Name,
        _ => "",
    };

    private static string Definitions(IReadOnlyCollection<ColumnDefinition> definitions) =>
        string.Join(", ", definitions.Take(ColumnsShown).Select(d => d.Value is BoundColumn column && column.Column.Name == d.Column.Name ? d.Column.Name : $"{d.Column.Name} = {Print(d.Value)}"))
        + (definitions.Count > ColumnsShown ? ", ..." : "");

    private static string Print(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => literal.Value switch
        {
            null => $"{literal.Type.Name()}(null)",
            string text => $"\"{text}\"",
            var value => FormattableString.Invariant($"{value}"),
        },
        BoundColumn column => column.Column.Name,
        BoundCall { Function.Kind: FunctionKind.Operator, Arguments: [var left, var right] } call => $"({Print(left)} {call.Function.Name} {Print(right)})",
        BoundCall call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Print))})",
        BoundMember member => $"{Print(member.Target)}.{member.Name}",
        BoundElement element => $"{Print(element.Target)}[{Print(element.Index)}]",
        BoundConversion conversion => $"to{conversion.Type.Name()}({Print(conversion.Operand)})",
        BoundTypeLiteral type => $"typeof({type.Value.Name()})",
        BoundScalarQuery => "toscalar(...)",
        BoundTableArgument => "(table)",
        _ => "?",
    };
}
