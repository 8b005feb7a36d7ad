using Drever.Functions.Values;
using Drever.Kql.Binding;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_pack_columns()". The binder makes a <c>bag_pack()</c> of it where it can.</summary>
internal sealed class BagPackColumns : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_pack_columns(value: column scalar{1,}): custom foldable"];

    public override string Doc => "A bag of columns under their names.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("bag_pack_columns(Id, Value)", """{"Id":"A","Value":1}""") { Over = """print Id = "A", Value = 1, Other = 2""" },
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var slots = call.Bound.Select((column, i) => (Drever.Sql.Expr.Text(column is BoundColumn { Column.Name: var name } ? name : ""), call[i].ToItem()));
        return call.ReturnsNotNull(DynamicValues.Bag(slots));
    }
}
