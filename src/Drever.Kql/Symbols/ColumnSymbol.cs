namespace Drever.Kql.Symbols;

/// <summary>
/// A column, known by reference: two columns of one name on the two sides of a join are two symbols.
/// </summary>
/// <param name="name">Case-sensitive name.</param>
/// <param name="type">Its scalar type.</param>
/// <param name="holdsJson">A string column whose text is JSON: members of it can be read (<c>AdditionalFields.X</c>).</param>
/// <param name="isHidden">Found by name, but not part of <c>*</c> or of a table's own result.</param>
public sealed class ColumnSymbol(string name, KqlType type, bool holdsJson = false, bool isHidden = false)
{
    public string Name { get; } = name;

    public KqlType Type { get; } = type;

    public bool HoldsJson { get; } = holdsJson;

    public bool IsHidden { get; } = isHidden;

    public override string ToString() => $"{Name}:{Type.Name()}";
}
