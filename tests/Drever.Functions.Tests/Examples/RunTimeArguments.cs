using System.Globalization;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Functions.Tests.Examples;

/// <summary>
/// Puts the literals of a query's expressions into a table and columns in their place, wherever a parameter takes more than constants: the
/// same example, with values that the engine only learns at run time.
/// </summary>
internal sealed class RunTimeArguments
{
    private readonly List<(ColumnSymbol Column, BoundLiteral Literal)> _columns = [];

    /// <summary>Null when the query is not one <c>print</c>, or has no such literal.</summary>
    public static BoundQuery? Of(BoundQuery query)
    {
        if (query.Result is not BoundProject { Input: BoundSingleRow, Definitions: [var definition] } print)
            return null;
        var arguments = new RunTimeArguments();
        var value = arguments.Rewrite(definition.Value);
        if (arguments._columns.Count == 0)
            return null;
        var table = new BoundDataTable([.. arguments._columns.Select(c => c.Column)], [[.. arguments._columns.Select(c => (BoundExpression)c.Literal)]]);
        return query with { Result = new BoundProject(table, [definition with { Value = value }]) };
    }

    private BoundExpression Rewrite(BoundExpression expression) => expression switch
    {
        BoundCall call => call with { Arguments = [.. call.Arguments.Select((argument, i) => MustBeConstant(call, i) ? argument : RewriteArgument(argument))] },
        BoundMember member => member with { Target = RewriteArgument(member.Target) },
        BoundElement element => element with { Target = RewriteArgument(element.Target) },
        BoundConversion conversion => conversion with { Operand = RewriteArgument(conversion.Operand) },
        _ => expression,
    };

    private BoundExpression RewriteArgument(BoundExpression argument)
    {
        // datatable() takes no decimals of more than a scale
        if (argument is not BoundLiteral { Type: not (KqlType.Decimal or KqlType.Unknown) } literal)
            return Rewrite(argument);
        var column = new ColumnSymbol("c" + _columns.Count.ToString(CultureInfo.InvariantCulture), literal.Type);
        _columns.Add((column, literal));
        return new BoundColumn(column);
    }

    private static bool MustBeConstant(BoundCall call, int index)
    {
        var parameters = call.Signature.Parameters;
        if (parameters.IsEmpty)
            return false;
        var parameter = parameters[Math.Min(index, parameters.Length - 1)];
        return parameter.Argument is ArgumentKind.Constant or ArgumentKind.Literal or ArgumentKind.LiteralNotEmpty;
    }
}
