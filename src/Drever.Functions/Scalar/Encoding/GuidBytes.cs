using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>
/// The 16 bytes of a guid as .NET orders them: the first three groups little-endian. (The base64_decode_toguid page shows the third group
/// the other way round, against the base64_encode_fromguid page and the version digit of its own guid.)
/// </summary>
internal static class GuidBytes
{
    private static readonly (int Start, int Length, bool Reverse)[] Groups = [(1, 4, true), (5, 2, true), (7, 2, true), (9, 8, false)];

    /// <summary>The same reordering leads there and back.</summary>
    public static SqlExpression Reorder(SqlExpression bytes) => Expr.Call("concat", [.. Groups.Select(group =>
    {
        var part = Expr.Call("substring", bytes, Expr.Number(group.Start), Expr.Number(group.Length));
        return group.Reverse ? Expr.Call("reverse", part) : part;
    })]);
}
