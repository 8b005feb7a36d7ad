using System.Collections.Immutable;
using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Schema;
using Drever.Sql;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// A stored table with what the caller may see of it. Names of tables and columns come from the schema, never from the query; a
/// legacy table is the current one under its old names.
/// </summary>
internal static class ScanLowering
{
    /// <summary>The table that says in which group a device is.</summary>
    private const string DeviceTable = "DeviceInfo";
    private const string DeviceColumn = "DeviceId";
    private const string GroupColumn = "MachineGroup";

    public static SelectBlock Lower(ScopedScan scan, RelationLowering relations)
    {
        var session = relations.Session;
        var table = TableOf(session.Context.Schema, scan.Scan.Table.Name);
        var alias = session.Names.New("t");
        var block = new SelectBlock(session, new FixedSource(new SqlTable(session.Context.Database, table.Storage.Name, alias)));
        foreach (var symbol in scan.Columns.Concat(scan.HiddenColumns))
            block.Define(symbol, SlotOf(table, symbol, alias));
        var received = new SqlValue(new SqlColumn(alias, BookkeepingColumns.IngestionTime), KqlType.DateTime, Nullable: false);
        block.Define(session.IngestionTime, new ColumnSlot(received, isComputed: false));
        if (scan.Window is { } window && table.TimeColumn?.Stored is { } time)
            AddWindow(block, new SqlColumn(alias, time.Name), window);
        if (scan.DeviceGroups is { } groups && table.Storage.TryGetColumn(DeviceColumn, out var device) && device.IsStored)
            block.AddWhere(Expr.In(new SqlColumn(alias, device.Name), VisibleDevices(session, groups)));
        return block;
    }

    private static ColumnSlot SlotOf(HuntingTable table, ColumnSymbol symbol, string alias)
    {
        if (!table.TryGetColumn(symbol.Name, out var column))
            throw new InvalidOperationException($"{table.Name} has no column '{symbol.Name}'");
        if (column.Stored is not { } stored)
            return new ColumnSlot(TruthValues.NullOf(symbol.Type), isComputed: false);
        var value = new SqlValue(new SqlColumn(alias, stored.Name), stored.Type, stored.Storage.IsNullable);
        if (stored.Type != symbol.Type)
            return new ColumnSlot(value.To(symbol.Type), isComputed: true);
        return new ColumnSlot(value, isComputed: false)
        {
            Stored = new StoredColumn(table.Storage.Name, stored.Name, stored.Storage.IsTextIndexed, stored.Storage.IsLowCardinality),
        };
    }

    private static void AddWindow(SelectBlock block, SqlExpression time, QueryWindow window)
    {
        if (window.From is { } from)
            block.AddWhere(Expr.GreaterOrEqual(time, Moment(from)));
        if (window.To is { } to)
            block.AddWhere(Expr.LessOrEqual(time, Moment(to)));
    }

    private static SqlExpression Moment(DateTime moment) => Literals.Of(new BoundLiteral(new KqlDateTime(moment.Ticks), KqlType.DateTime)).Sql;

    /// <summary>The devices whose latest record is in one of the groups.</summary>
    private static SqlSelect VisibleDevices(LoweringSession session, ImmutableArray<string> groups)
    {
        var devices = TableOf(session.Context.Schema, DeviceTable);
        var alias = session.Names.New("t");
        var device = new SqlColumn(alias, DeviceColumn);
        SqlExpression latest = Expr.Call("argMax", new SqlColumn(alias, GroupColumn), new SqlColumn(alias, devices.TimeColumn!.Name));
        return new SqlSelect
        {
            Items = [new SqlItem(device, DeviceColumn)],
            From = new SqlTable(session.Context.Database, devices.Storage.Name, alias),
            GroupBy = [device],
            Having = groups.IsEmpty ? Expr.False : Expr.In(latest, [.. groups.Select(Expr.Text)]),
        };
    }

    private static HuntingTable TableOf(HuntingSchema schema, string name) =>
        schema.TryGetTable(name, out var table) ? table : throw new InvalidOperationException($"the schema has no table '{name}'");
}
