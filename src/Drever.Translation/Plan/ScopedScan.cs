using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Plan;

/// <summary>
/// A scan with what the caller may see of it. The predicates are part of the node, not filters above it: no rule moves or
/// drops them, and they need no function of the language.
/// </summary>
internal sealed record ScopedScan(BoundScan Scan, QueryWindow? Window, ImmutableArray<string>? DeviceGroups) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => Scan.Columns;

    public override ImmutableArray<ColumnSymbol> HiddenColumns => Scan.HiddenColumns;
}
