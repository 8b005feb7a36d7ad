using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering;

/// <summary>
/// Columns that only look into another one: <c>P = parse_json(AdditionalFields)</c>, <c>P.TaskName</c>, <c>split(FolderPath, @"\")[-1]</c>.
/// Such a column is not computed where it is defined but written out where it is used, through however many SELECTs, because what uses it
/// (tostring(), a member, array_length()) then asks the stored text for just that, instead of parsing a JSON text that was made a moment ago.
/// </summary>
internal static class DynamicViews
{
    /// <summary>Functions whose dynamic result is mostly looked into, of which the functions around them make something cheaper.</summary>
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "parse_json", "parsejson", "todynamic", "toobject", "split", "parse_url", "parseurl", "parse_path", "parse_urlquery", "parseurlquery",
    };

    public static bool IsView(BoundExpression expression) => expression switch
    {
        BoundMember member => IsViewOrColumn(member.Target),
        BoundElement { Index: BoundLiteral } element => IsViewOrColumn(element.Target),
        BoundCall { Function.Kind: FunctionKind.Scalar } call => Openers.Contains(call.Function.Name)
            && call.Arguments is [var source, .. var others] && IsText(source) && others.All(o => o is BoundLiteral),
        _ => false,
    };

    /// <summary>A column, or the text of a view: <c>parse_json(tostring(P.x))</c>.</summary>
    private static bool IsText(BoundExpression expression) => expression switch
    {
        BoundCall { Function: { Kind: FunctionKind.Scalar, Name: "tostring" }, Arguments: [var inner] } => IsViewOrColumn(inner),
        _ => IsViewOrColumn(expression),
    };

    private static bool IsViewOrColumn(BoundExpression expression) => expression is BoundColumn || IsView(expression);

    /// <summary>The column as what it looks into, in a SELECT around the one that defines it; null when that is not in reach there.</summary>
    public static ColumnSlot? Through(NestedSource source, ColumnSymbol symbol, SelectBlock outer)
    {
        if (source.Rows is not SelectBlock { IsGrouped: false } rows || rows.SlotOf(symbol).View is not { } view)
            return null;
        // mv-expand puts the elements in the place of the array under the same symbol
        return BoundTree.All(view.Definition).All(e => e is not BoundColumn column || (rows.Has(column.Column) && !outer.Defines(column.Column))) ? ColumnSlot.OfView(view, outer) : null;
    }
}

/// <summary>A view's definition and what lowers it.</summary>
internal sealed record ColumnView(BoundExpression Definition, RelationLowering Relations);
