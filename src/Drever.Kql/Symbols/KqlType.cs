namespace Drever.Kql.Symbols;

/// <summary>
/// The scalar types of KQL. <see cref="Unknown"/> is the type of an expression with an error in it:
/// everything accepts it, so that one mistake gives one diagnostic.
/// </summary>
public enum KqlType : byte
{
    Unknown,
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
