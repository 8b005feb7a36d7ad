using Drever.Kql.Binding;

namespace Drever.Translation.Plan;

/// <summary>Puts the request's time window and the caller's device scope on every scan, wherever in the query it stands.</summary>
internal sealed class ScopeScans(CompileContext context) : RelationRewriter
{
    protected override BoundRelation Visit(BoundRelation relation) =>
        relation is BoundScan scan ? new ScopedScan(scan, scan.ReadsAllTime ? null : context.Window, context.DeviceGroups) : relation;
}
