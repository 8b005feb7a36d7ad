using System.Buffers;

namespace Drever.Wire.Tests;

/// <summary>Rows are written without garbage.</summary>
public class AllocationTests
{
    [Theory]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Graph)]
    public void A_row_allocates_nothing(WireFamily family)
    {
        var types = Enum.GetValues<WireType>();
        var writer = AnswerWriter.For(family, [.. types.Select(t => new WireColumn(t.ToString(), t))], new AnswerForm());
        var (row, sink) = (new ConstantRow(), new Sink());
        for (var i = 0; i < 100; i++)
            writer.WriteRow(sink, row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            writer.WriteRow(sink, row);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1100, writer.RowCount);
    }

    private sealed class Sink : IBufferWriter<byte>
    {
        private readonly byte[] _bytes = new byte[64 * 1024];

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _bytes;

        public Span<byte> GetSpan(int sizeHint = 0) => _bytes;
    }

    private sealed class ConstantRow : IWireRow
    {
        public bool IsNull(int column) => false;

        public bool GetBool(int column) => true;

        public int GetInt(int column) => 56;

        public long GetLong(int column) => 1357805418;

        public double GetReal(int column) => 4.3;

        public ReadOnlySpan<byte> GetDecimalText(int column) => "-12.50"u8;

        public long GetDateTimeTicks(int column) => 638_000_000_001_234_567;

        public long GetTimeSpanTicks(int column) => 123_456_789;

        public Guid GetGuid(int column) => new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

        public ReadOnlySpan<byte> GetUtf8(int column) => "\"C:\\Windows\\cmd.exe\" /c \u00e9"u8;

        public ReadOnlySpan<byte> GetDynamicJson(int column) => """ {"a":1, "b":["x",{"c":"\\d\u0041"}], "\u0041":true} """u8;
    }
}
