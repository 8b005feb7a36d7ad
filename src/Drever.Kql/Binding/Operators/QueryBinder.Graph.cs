using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>A graph between its operators: the tables that its nodes and edges come from.</summary>
internal sealed record GraphScope(RowScope Nodes, RowScope Edges);

/// <summary><c>make-graph</c> and the operators that take a graph.</summary>
internal sealed partial class QueryBinder
{
    private static readonly string[] NewNodeIds = ["with_node_id", "with_source_id", "with_target_id"];

    private RowScope BindMakeGraph(MakeGraphOperator make, RowScope input, Scope scope)
    {
        var source = BindScalar(make.Source, scope);
        BindScalar(make.Target, scope);
        var nodes = new List<Leg>();
        foreach (var table in make.Nodes)
        {
            var rows = BindTable(table.Table, scope with { Rows = null });
            BindScalar(table.Key, scope with { Rows = rows });
            nodes.Add(new(rows, ""));
        }

        RowScope nodeRows;
        if (make.NodeId is { } id)
            nodeRows = new RowScope(new BoundPending("make-graph", [input.Relation], [new(id.Text, source.Type)]));
        else
            nodeRows = nodes.Count == 0 ? new RowScope(new BoundPending("make-graph", [input.Relation], [])) : Union(nodes, null, isInner: false, make.Span);
        var graph = GraphRows(make, [input.Relation, .. nodes.Select(n => n.Rows.Relation)], new GraphScope(nodeRows, input));
        return make.Partition is { } partition ? BindPartitioned(partition, graph, input, scope) : graph;
    }

    private RowScope BindPartitioned(GraphPartition partition, RowScope graph, RowScope input, Scope scope)
    {
        BindScalar(partition.Key, scope with { Rows = input });
        return BindTable(partition.Subquery, new Scope(scope.Locals, null) { Implicit = graph, Operator = scope.Operator });
    }

    private static RowScope GraphRows(QueryOperator step, ImmutableArray<BoundRelation> inputs, GraphScope graph) =>
        new(new BoundPending(OperatorNames.Of(step), inputs, []) { Span = step.Span })
        {
            Graph = graph,
            IsWrong = graph.Nodes.IsWrong || graph.Edges.IsWrong,
        };

    private RowScope BindGraphStep(QueryOperator step, RowScope input, Scope scope)
    {
        if (input.Graph is not { } graph)
        {
            if (!input.IsWrong)
                _diagnostics.Error("KS219", step.Span, $"'{OperatorNames.Of(step)}' takes a graph: 'make-graph' makes one of a table.");
            return WrongTable;
        }

        switch (step)
        {
            case GraphMatchOperator match:
                return BindGraphMatch(match, match.Patterns, match.Condition, match.Project, input, graph, scope);
            case GraphShortestPathsOperator paths:
                return BindGraphMatch(paths, paths.Patterns, paths.Condition, paths.Project, input, graph, scope);
            case GraphWhereNodesOperator where:
                BindPredicate(where.Condition, scope with { Rows = graph.Nodes });
                return GraphRows(step, [input.Relation], graph);
            case GraphWhereEdgesOperator where:
                BindPredicate(where.Condition, scope with { Rows = graph.Edges });
                return GraphRows(step, [input.Relation], graph);
            case GraphMarkComponentsOperator mark:
                var id = new ColumnSymbol(mark.Parameters.Find("with_component_id")?.Word ?? "ComponentId", KqlType.Long);
                var nodes = graph.Nodes.Plus(new BoundPending("graph-mark-components", [graph.Nodes.Relation], [.. graph.Nodes.Columns, id]), [id]);
                return GraphRows(step, [input.Relation], graph with { Nodes = nodes });
            case GraphToTableOperator toTable:
                return BindGraphToTable(toTable, input, graph, scope);
            default:
                return WrongTable;
        }
    }

    private RowScope BindGraphMatch(
        QueryOperator step, IReadOnlyList<GraphPattern> patterns, Expression? condition, IReadOnlyList<Expression>? project, RowScope input, GraphScope graph, Scope scope)
    {
        var locals = new LocalScope(scope.Locals);
        foreach (var element in patterns.SelectMany(p => p.Elements))
        {
            if (element.Name is not { } name)
                continue;
            var isPath = element is GraphPatternEdge { MinHops: not null } or GraphPatternEdge { MaxHops: not null };
            locals.Add(name.Text, new LocalRow(element is GraphPatternNode ? graph.Nodes : graph.Edges, isPath) { Nodes = graph.Nodes });
        }

        var inner = new Scope(locals, null) { Operator = scope.Operator };
        if (condition is not null)
            BindPredicate(condition, inner);
        if (project is null)
            return GraphRows(step, [input.Relation], graph);
        var columns = new ColumnList(_diagnostics, project.Count);
        for (var i = 0; i < project.Count; i++)
            BindGraphColumn(project[i], i, inner, columns);
        return new RowScope(new BoundPending(OperatorNames.Of(step), [input.Relation], columns.ToImmutable()) { Span = step.Span });
    }

    /// <summary><c>a.Name</c> becomes the column <c>a_Name</c>; a node or an edge alone is a dynamic value.</summary>
    private void BindGraphColumn(Expression item, int index, Scope scope, ColumnList columns)
    {
        var named = item as NamedExpression;
        var syntax = named?.Value ?? item;
        var value = BindScalar(syntax, scope);
        if (value is BoundRowReference)
            value = new BoundLiteral(null, KqlType.Dynamic) { Span = syntax.Span };
        if (named is null && value is BoundColumn && ResultName(syntax, scope) is { } name)
            columns.Add(name, value.Type, replace: false);
        else
            AddListItem(named, syntax, value, index, scope, columns, ListStyle.Only, null);
    }

    private static RowScope BindGraphToTable(GraphToTableOperator toTable, RowScope input, GraphScope graph, Scope scope)
    {
        RowScope? first = null;
        foreach (var output in toTable.Outputs)
        {
            var rows = output.IsEdges ? graph.Edges : graph.Nodes;
            var added = NewNodeIds
                .Select(p => output.Parameters.Find(p)?.Word).OfType<string>().Select(n => new ColumnSymbol(n, KqlType.Long));
            var result = new RowScope(new BoundPending("graph-to-table", [input.Relation], [.. added, .. rows.Columns]) { Span = output.Span }) { IsWrong = rows.IsWrong };
            if (output.As is { } name)
                scope.Locals.Add(name.Text, new LocalTable(result));
            first ??= result;
        }

        return first ?? WrongTable;
    }
}
