using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>make-graph Source --> Target with Nodes on Key, ... partitioned-by Partition (Subquery)</c>.</summary>
public sealed record MakeGraphOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Source,
    bool IsDirected,
    Expression Target,
    IReadOnlyList<GraphNodes> Nodes,
    Name? NodeId,
    GraphPartition? Partition) : QueryOperator(Span, Parameters);

/// <summary><c>Table on Key</c>.</summary>
public sealed record GraphNodes(TextSpan Span, Expression Table, Expression Key) : SyntaxNode(Span);

/// <summary><c>partitioned-by Key (Subquery)</c>.</summary>
public sealed record GraphPartition(TextSpan Span, Expression Key, Expression Subquery) : SyntaxNode(Span);

/// <summary><c>graph-match Patterns where Condition project ...</c>.</summary>
public sealed record GraphMatchOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<GraphPattern> Patterns,
    Expression? Condition,
    IReadOnlyList<Expression>? Project) : QueryOperator(Span, Parameters);

/// <summary><c>graph-shortest-paths Patterns where Condition project ...</c>.</summary>
public sealed record GraphShortestPathsOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<GraphPattern> Patterns,
    Expression? Condition,
    IReadOnlyList<Expression>? Project) : QueryOperator(Span, Parameters);

/// <summary>Nodes and edges in turn.</summary>
public sealed record GraphPattern(TextSpan Span, IReadOnlyList<GraphPatternElement> Elements) : SyntaxNode(Span);

public abstract record GraphPatternElement(TextSpan Span, Name? Name) : SyntaxNode(Span);

/// <summary><c>(n)</c>, <c>()</c>.</summary>
public sealed record GraphPatternNode(TextSpan Span, Name? Name) : GraphPatternElement(Span, Name);

public enum GraphDirection
{
    /// <summary><c>-[e]->, --></c>.</summary>
    Right,

    /// <summary><c>&lt;-[e]-, &lt;--</c>.</summary>
    Left,

    /// <summary><c>-[e]-, --</c>.</summary>
    Any,
}

/// <summary><c>-[Name*MinHops..MaxHops]-></c>. Without a range both are null: one edge.</summary>
public sealed record GraphPatternEdge(
    TextSpan Span,
    Name? Name,
    GraphDirection Direction,
    Expression? MinHops,
    Expression? MaxHops) : GraphPatternElement(Span, Name);

/// <summary><c>graph-to-table nodes as N with_node_id=..., edges as E</c>.</summary>
public sealed record GraphToTableOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<GraphOutput> Outputs) : QueryOperator(Span, Parameters);

public sealed record GraphOutput(TextSpan Span, bool IsEdges, Name? As, IReadOnlyList<OperatorParameter> Parameters) : SyntaxNode(Span);

public sealed record GraphMarkComponentsOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters) : QueryOperator(Span, Parameters);

public sealed record GraphWhereNodesOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Condition) : QueryOperator(Span, Parameters);

public sealed record GraphWhereEdgesOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Condition) : QueryOperator(Span, Parameters);
