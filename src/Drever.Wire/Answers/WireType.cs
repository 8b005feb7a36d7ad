namespace Drever.Wire;

/// <summary>The ten scalar types a result column can have on the wire.</summary>
public enum WireType
{
    Bool,
    Int,
    Long,
    Real,
    Decimal,
    DateTime,
    TimeSpan,
    Guid,
    String,
    Dynamic,
}

/// <summary>A result column: its name exactly as the rows' keys spell it, and its type.</summary>
public readonly record struct WireColumn(string Name, WireType Type);

/// <summary>The names the three APIs give the types in their schema: Kusto's v1 REST ".NET type" names.</summary>
public static class WireTypeNames
{
    public static string Of(WireType type) => type switch
    {
        WireType.Bool => "SByte",
        WireType.Int => "Int32",
        WireType.Long => "Int64",
        WireType.Real => "Double",
        WireType.Decimal => "SqlDecimal",
        WireType.DateTime => "DateTime",
        WireType.TimeSpan => "TimeSpan",
        WireType.Guid => "Guid",
        WireType.Dynamic => "Object",
        _ => "String",
    };
}
