using Drever.Functions;

namespace Drever.Translation.Lowering;

/// <summary>
/// What a column is in a SELECT. The expression is made when somebody first asks for it, so that columns nobody needs never
/// reach the SQL.
/// </summary>
internal sealed class ColumnSlot
{
    private readonly Func<SqlValue>? _make;
    private SqlValue? _value;

    public ColumnSlot(Func<SqlValue> make, bool isComputed = true)
    {
        _make = make;
        IsComputed = isComputed;
    }

    public ColumnSlot(SqlValue value, bool isComputed)
    {
        _value = value;
        IsComputed = isComputed;
    }

    /// <summary>More than a column or a literal: naming it twice would compute it twice.</summary>
    public bool IsComputed { get; }

    /// <summary>The stored column that the value is, unchanged, through however many SELECTs.</summary>
    public StoredColumn? Stored { get; init; }

    /// <summary>What the column looks into, when it is written out wherever it is used; null for most.</summary>
    public ColumnView? View { get; private init; }

    public static ColumnSlot OfView(ColumnView view, SelectBlock block) =>
        new(() => view.Relations.Lower(view.Definition, block), isComputed: false) { View = view };

    public SqlValue Value => _value ??= _make!();
}
