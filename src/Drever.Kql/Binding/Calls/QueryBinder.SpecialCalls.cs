using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Functions whose meaning depends on the row around them, and those that are a table.</summary>
internal sealed partial class QueryBinder
{
    private BoundExpression? BindSpecial(FunctionSymbol function, FunctionCall call, Scope scope) => function.Name switch
    {
        "column_ifexists" or "columnifexists" when call.Arguments.Count == 2 => BindColumnIfExists(call, scope),
        "pack_all" => BindPackAll(function, call, scope),
        "bag_pack_columns" => BindPackColumns(call, scope),
        "all" or "any" or "map" when call.Arguments.Count == 2 => BindAlongPath(function, call, scope),
        "column_names_of" when call.Arguments.Count == 1 => BindColumnNames(call, scope),
        _ => null,
    };

    /// <summary><c>all(edge, condition)</c> along a path of a graph pattern: the second argument sees the columns of one edge or inner node.</summary>
    private BoundExpression? BindAlongPath(FunctionSymbol function, FunctionCall call, Scope scope)
    {
        var isInner = call.Arguments[0] is FunctionCall { Name.Text: "inner_nodes", Arguments.Count: 1 };
        var name = isInner ? ((FunctionCall)call.Arguments[0]).Arguments[0] : call.Arguments[0];
        if (name is not NameExpression { Name.Text: var text } || scope.Locals.Find(text) is not LocalRow path)
            return null;
        var value = BindScalar(call.Arguments[1], scope with { Rows = isInner ? path.Nodes ?? path.Rows : path.Rows });
        if (value is BoundErrorExpression)
            return Wrong;
        var type = function.Name == "map" ? KqlType.Dynamic : KqlType.Bool;
        return new BoundCall(function, function.Signatures[0], [new BoundRowReference(path), value], type) { Span = call.Span };
    }

    private BoundLiteral BindColumnNames(FunctionCall call, Scope scope)
    {
        var rows = BindTable(call.Arguments[0], scope);
        return new BoundLiteral(new KqlJson(DynamicText.Of(rows.Columns.Select(c => c.Name))), KqlType.Dynamic) { Span = call.Span };
    }

    /// <summary><c>column_ifexists("name", default)</c> is the column or the default, whichever it turns out to be here.</summary>
    private BoundExpression? BindColumnIfExists(FunctionCall call, Scope scope)
    {
        var name = BindScalar(call.Arguments[0], scope with { Calls = CallContext.Scalar });
        if (name is not BoundLiteral { Value: string text } || scope.Calls == CallContext.Aggregate)
            return null;
        var fallback = BindScalar(call.Arguments[1], scope);
        if (fallback is BoundErrorExpression)
            return Wrong;
        if (scope.Rows?.Find(text) is not { } column)
            return fallback with { Span = call.Span };
        BoundExpression value = new BoundColumn(column) { Span = call.Span };
        return column.Type == fallback.Type || column.Type == KqlType.Unknown ? value : new BoundConversion(value, fallback.Type) { Span = call.Span };
    }

    /// <summary><c>pack_all()</c>: its arguments become the flag, then a name and a column by turns.</summary>
    private BoundExpression? BindPackAll(FunctionSymbol function, FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count > 1)
            return null;
        if (scope.Rows is not { } rows)
        {
            _diagnostics.Error("KS199", call.Name.Span, "pack_all() packs the columns of a row; there is no row here.");
            return Wrong;
        }

        var arguments = ImmutableArray.CreateBuilder<BoundExpression>(1 + (2 * rows.Columns.Length));
        arguments.Add(call.Arguments.Count == 1 ? BindScalar(call.Arguments[0], scope) : new BoundLiteral(false, KqlType.Bool));
        foreach (var column in rows.Columns)
            AddPair(arguments, column);
        return new BoundCall(function, function.Signatures[0], arguments.MoveToImmutable(), KqlType.Dynamic) { Span = call.Span };
    }

    /// <summary><c>bag_pack_columns(a, b)</c> is <c>bag_pack("a", a, "b", b)</c>.</summary>
    private BoundExpression? BindPackColumns(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count == 0 || context.Functions.FindFunction("bag_pack") is not { } pack)
            return null;
        var arguments = ImmutableArray.CreateBuilder<BoundExpression>(2 * call.Arguments.Count);
        foreach (var argument in call.Arguments)
        {
            switch (BindArgumentValue(argument, scope))
            {
                case BoundColumn column:
                    AddPair(arguments, column.Column);
                    break;
                case BoundErrorExpression:
                    return Wrong;
                default:
                    _diagnostics.Error("KS109", argument.Span, "The name of a column belongs here.");
                    return Wrong;
            }
        }

        return new BoundCall(pack, pack.Signatures[0], arguments.ToImmutable(), KqlType.Dynamic) { Span = call.Span };
    }

    private static void AddPair(ImmutableArray<BoundExpression>.Builder arguments, ColumnSymbol column)
    {
        arguments.Add(new BoundLiteral(column.Name, KqlType.String));
        arguments.Add(new BoundColumn(column));
    }

    /// <summary><c>table("Name")</c>; the others of its kind lead to things that there are none of here.</summary>
    private RowScope? SpecialTable(FunctionCall call, Scope scope)
    {
        switch (call.Name.Text)
        {
            case "table" when call.Arguments.Count is 1 or 2:
                var given = BindScalar(call.Arguments[0], scope);
                if (given is BoundParameter)
                    return WrongTable;
                if (given is not BoundLiteral { Value: string name })
                {
                    _diagnostics.Error("KS131", call.Arguments[0].Span, "The name of a table in quotes belongs here.");
                    return WrongTable;
                }

                if (context.Tables.FindTable(name) is { } table)
                    return Scan(table, call);
                _diagnostics.UnknownTable("KS204", call.Arguments[0].Span, scope.Operator, name, NearestTable(name, scope));
                return WrongTable;
            case "external_table" or "materialized_view" or "stored_query_result" or "entity_group" or "graph" or "cluster" or "database":
                _diagnostics.Error("KS208", call.Name.Span, $"There is nothing that {call.Name.Text}() could find in a hunting database.");
                return WrongTable;
            default:
                return null;
        }
    }
}
