using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>datatable</c>: one typed array for each column, joined in parallel. That parses fast for long lists, and the place of a row
/// is at hand as an order.
/// </summary>
internal static class DataTableLowering
{
    public static SelectBlock Lower(BoundDataTable table, RelationLowering relations)
    {
        var session = relations.Session;
        var rows = new SelectBlock(session, NoSource.Instance);
        var joined = ImmutableArray.CreateBuilder<SqlItem>(table.TableColumns.Length + 1);
        for (var i = 0; i < table.TableColumns.Length; i++)
        {
            var column = table.TableColumns[i];
            var name = session.Names.New("v");
            var cells = table.Rows.Select(row => relations.LowerConstant(row[i]).To(column.Type)).ToList();
            var nullable = cells.Exists(c => c.Nullable);
            var type = nullable ? SqlTypes.Of(column.Type) : SqlTypes.NotNull(column.Type);
            joined.Add(new SqlItem(Expr.Cast(Expr.Array([.. cells.Select(c => c.Sql)]), SqlType.Array(type)), name));
            rows.Define(column, new ColumnSlot(new Functions.SqlValue(new SqlVariable(name), column.Type, nullable), isComputed: false));
        }

        var place = session.Names.New("v");
        var numbers = Enumerable.Range(0, table.Rows.Length).Select(n => Expr.Number(n)).ToArray();
        joined.Add(new SqlItem(Expr.Cast(Expr.Array(numbers), SqlType.Array(SqlType.Int64)), place));
        var order = new ColumnSymbol("place", KqlType.Long);
        rows.Define(order, new ColumnSlot(new Functions.SqlValue(new SqlVariable(place), KqlType.Long, false), isComputed: false));
        rows.ArrayJoin = joined.ToImmutable();
        var nested = rows.Nest();
        nested.NaturalOrder = [new RowOrderKey(order, Descending: false, NullsFirst: true)];
        return nested;
    }
}
