namespace Drever.Kql.Binding;

/// <summary>How well an argument fits a parameter, worst first.</summary>
internal enum Match : byte
{
    None,
    /// <summary>The argument's type is not known.</summary>
    Unknown,
    /// <summary>A dynamic value where another type is declared: functions that the query declares take it.</summary>
    Dynamic,
    /// <summary>Another type that can be converted: functions that the query declares take it.</summary>
    Compatible,
    /// <summary>A narrower type: int for long, dynamic for string.</summary>
    Promoted,
    /// <summary>All but a certain type is taken.</summary>
    NotType,
    OneOfMany,
    Scalar,
    Summable,
    Orderable,
    Number,
    Integer,
    Tabular,
    Exact,
}
