using System.Buffers;
using System.Globalization;
using System.Text;

namespace Drever.Wire.Tests;

/// <summary>A row of .NET values; dynamic cells are <see cref="Json"/>.</summary>
internal sealed class TestRow(params object?[] cells) : IWireRow
{
    public bool IsNull(int column) => cells[column] is null;

    public bool GetBool(int column) => (bool)cells[column]!;

    public int GetInt(int column) => (int)cells[column]!;

    public long GetLong(int column) => (long)cells[column]!;

    public double GetReal(int column) => (double)cells[column]!;

    public ReadOnlySpan<byte> GetDecimalText(int column) => cells[column] is Json raw
        ? raw.Bytes
        : Encoding.UTF8.GetBytes(((decimal)cells[column]!).ToString(CultureInfo.InvariantCulture));

    public long GetDateTimeTicks(int column) => cells[column] is long ticks ? ticks : ((DateTime)cells[column]!).Ticks;

    public long GetTimeSpanTicks(int column) => ((TimeSpan)cells[column]!).Ticks;

    public Guid GetGuid(int column) => (Guid)cells[column]!;

    public ReadOnlySpan<byte> GetUtf8(int column) =>
        cells[column] is byte[] raw ? raw : Encoding.UTF8.GetBytes((string)cells[column]!);

    public ReadOnlySpan<byte> GetDynamicJson(int column) => ((Json)cells[column]!).Bytes;
}

internal sealed class Json(byte[] bytes)
{
    public Json(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public byte[] Bytes { get; } = bytes;
}

internal static class Bodies
{
    public static WireStats NoStats => default;

    public static string Of(WireFamily family, WireColumn[] columns, AnswerForm form, WireStats stats, params TestRow[] rows)
    {
        var writer = AnswerWriter.For(family, [.. columns], form);
        var body = new ArrayBufferWriter<byte>();
        writer.WriteHead(body, stats);
        foreach (var row in rows)
            writer.WriteRow(body, row);
        writer.WriteTail(body);
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }

    /// <summary>The rows array alone.</summary>
    public static string Rows(WireFamily family, WireColumn[] columns, params TestRow[] rows) =>
        Rows(family, columns, new AnswerForm(), rows);

    public static string Rows(WireFamily family, WireColumn[] columns, AnswerForm form, params TestRow[] rows)
    {
        var body = Of(family, columns, form, NoStats, rows);
        var marker = family == WireFamily.Graph ? "\"results\":" : "\"Results\":";
        return body[(body.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..^1];
    }

    /// <summary>One cell in a column X, with the braces of its row.</summary>
    public static string Cell(WireFamily family, WireType type, object? value) =>
        Rows(family, [new("X", type)], new TestRow(value))[1..^1];
}
