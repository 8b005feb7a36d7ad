namespace Drever.Wire;

/// <summary>
/// The current row of a result. Getters are called at most once a cell, in column order, and only after
/// <see cref="IsNull"/> said no; spans stay valid until the next row is read.
/// </summary>
public interface IWireRow
{
    bool IsNull(int column);

    bool GetBool(int column);

    int GetInt(int column);

    long GetLong(int column);

    double GetReal(int column);

    /// <summary>A decimal as its invariant text, for example <c>-12.50</c>.</summary>
    ReadOnlySpan<byte> GetDecimalText(int column);

    /// <summary>100 ns ticks since 0001-01-01T00:00:00 UTC, as <see cref="DateTime.Ticks"/>.</summary>
    long GetDateTimeTicks(int column);

    /// <summary>100 ns ticks, as <see cref="TimeSpan.Ticks"/>.</summary>
    long GetTimeSpanTicks(int column);

    Guid GetGuid(int column);

    /// <summary>A string's UTF-8 bytes; bytes that are not UTF-8 are replaced on the way out.</summary>
    ReadOnlySpan<byte> GetUtf8(int column);

    /// <summary>A dynamic's JSON text in UTF-8; empty means null; text that is not JSON goes out as a string.</summary>
    ReadOnlySpan<byte> GetDynamicJson(int column);
}

/// <summary>Rows one after another. The reader is also the current row.</summary>
public interface IWireRows : IWireRow
{
    /// <summary>Goes to the next row; false at the end.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);
}
