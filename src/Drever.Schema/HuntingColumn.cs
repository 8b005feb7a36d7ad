using Drever.Kql.Symbols;

namespace Drever.Schema;

/// <summary>Where a column's name comes from.</summary>
public enum ColumnOrigin
{
    /// <summary>On the table's page today.</summary>
    Documented,
    /// <summary>On an older edition of the page: saved queries still name it.</summary>
    Former,
    /// <summary>On no page, but delivered and used.</summary>
    Observed,
    /// <summary><c>TimeGenerated</c>, another name of the time column.</summary>
    TimeAlias,
}

/// <summary>A column of a hunting table: what KQL sees of it and how it is stored.</summary>
public sealed class HuntingColumn
{
    internal HuntingColumn(string name, KqlType type, ColumnOrigin origin, HuntingColumn? stored, ColumnStorage storage, bool holdsJson, bool isUnbacked = false)
    {
        Name = name;
        Type = type;
        Origin = origin;
        Stored = isUnbacked ? null : stored ?? this;
        Storage = storage;
        Symbol = new ColumnSymbol(name, type, holdsJson, IsHidden);
    }

    /// <summary>Case-sensitive: DeviceProcessEvents has both LogonId and LogonID.</summary>
    public string Name { get; }

    /// <summary>The type KQL sees; a legacy column's can differ from that of <see cref="Stored"/>.</summary>
    public KqlType Type { get; }

    public ColumnOrigin Origin { get; }

    /// <summary>
    /// The column that holds the values: this one, the time column for <c>TimeGenerated</c>, the documented column for an older
    /// spelling of it (<c>ISP</c>, <c>Isp</c>), the column of the current table for a legacy column. Null where nothing holds it any more: the column is null (a string: empty).
    /// </summary>
    public HuntingColumn? Stored { get; }

    public ColumnStorage Storage { get; }

    public ColumnSymbol Symbol { get; }

    /// <summary>A string column whose text is JSON; its type stays string.</summary>
    public bool HoldsJson => Symbol.HoldsJson;

    /// <summary>Found by name only; not part of <c>*</c> or of the table's own result.</summary>
    public bool IsHidden => Origin != ColumnOrigin.Documented;

    /// <summary>Has a column of its own in the database.</summary>
    public bool IsStored => ReferenceEquals(Stored, this);

    public override string ToString() => Symbol.ToString();
}
