using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Tests.Support;

/// <summary>A query of nothing but one table's columns, named as they are, for lowering without a compiler.</summary>
internal sealed class TestContext : ILoweringContext
{
    private int _variables;

    /// <summary>Columns with a text index.</summary>
    public HashSet<string> Indexed { get; } = new(StringComparer.Ordinal);

    public SqlExpression Now { get; init; } = Expr.Cast(Expr.Text("2024-05-06 07:08:09.1234567"), SqlType.DateTime);

    public string NewVariable(string hint) => $"{hint}_{++_variables}";

    public SqlValue Lower(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => Values.Literals.Of(literal),
        BoundColumn column => TestCall.Column(column.Column.Name, column.Type).Value,
        _ => throw new NotSupportedException(),
    };

    public SqlValue LowerTableAsArray(BoundRelation table) => throw new NotSupportedException();

    public SqlQuery LowerTableForIn(BoundRelation table, KqlType asType) => throw new NotSupportedException();

    public StoredColumn? StoredColumnOf(BoundExpression expression) =>
        expression is BoundColumn column ? new StoredColumn("t", column.Column.Name, Indexed.Contains(column.Column.Name), IsLowCardinality: false) : null;
}
