using System.Collections.Immutable;
using System.Text;

namespace Drever.Wire;

/// <summary>Writes the array of columns.</summary>
internal static class SchemaWriter
{
    /// <summary><c>[{"Name":"Timestamp","Type":"DateTime"},...]</c>, or with lower-case keys for Graph.</summary>
    public static void Write(ref JsonOut output, ImmutableArray<WireColumn> columns, bool lowerCase)
    {
        output.Raw((byte)'[');
        for (var i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.Raw(lowerCase ? "{\"name\":"u8 : "{\"Name\":"u8);
            output.Text(columns[i].Name);
            output.Raw(lowerCase ? ",\"type\":\""u8 : ",\"Type\":\""u8);
            output.Raw(Encoding.ASCII.GetBytes(WireTypeNames.Of(columns[i].Type)));
            output.Raw("\"}"u8);
        }
        output.Raw((byte)']');
    }
}
