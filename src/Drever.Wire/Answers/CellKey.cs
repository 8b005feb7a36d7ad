using System.Text;

namespace Drever.Wire;

/// <summary>A column's key, escaped once, with the brace or comma that comes before it in a row.</summary>
internal sealed class CellKey
{
    private readonly byte[] _open;
    private readonly byte[] _key;

    public CellKey(string name, int index)
    {
        var buffer = new ByteBuffer();
        var output = new JsonOut(buffer);
        output.Raw(index == 0 ? (byte)'{' : (byte)',');
        output.Raw((byte)'"');
        output.Escaped(Encoding.UTF8.GetBytes(name));
        output.Flush();
        _open = buffer.Written.ToArray();
        _key = [.. _open, (byte)'"', (byte)':'];
    }

    /// <summary><c>,"Name":</c></summary>
    public void Write(ref JsonOut output) => output.Raw(_key);

    /// <summary><c>,"Name@odata.type":"#Int64","Name":</c></summary>
    public void Write(ref JsonOut output, scoped ReadOnlySpan<byte> odataType)
    {
        output.Raw(_open);
        output.Raw("@odata.type\":\""u8);
        output.Raw(odataType);
        output.Raw("\",\""u8);
        output.Raw(_key.AsSpan(2));
    }
}
