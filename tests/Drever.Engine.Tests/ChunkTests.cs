using Drever.Engine.Results;

namespace Drever.Engine.Tests;

/// <summary>Rows cut at every place by the chunks they come in, as an engine behind HTTP sends them.</summary>
public sealed class ChunkTests
{
    private static readonly byte[] Document =
    [
        3, 1, (byte)'a', 1, (byte)'b', 1, (byte)'c',
        .. Text("String"), .. Text("Nullable(Int32)"), .. Text("Array(String)"),
        .. Text("first"), 0, 1, 0, 0, 0, 2, .. Text("x"), .. Text("yz"),
        .. Text(""), 1, 0,
        .. Text(new string('z', 200)), 0, 255, 255, 255, 255, 1, .. Text(""),
    ];

    private static byte[] Text(string text)
    {
        var length = text.Length < 128 ? new[] { (byte)text.Length } : [(byte)(text.Length | 0x80), (byte)(text.Length >> 7)];
        return [.. length, .. System.Text.Encoding.UTF8.GetBytes(text)];
    }

    [Fact]
    public async Task Every_chunk_size_gives_the_same_rows()
    {
        for (var size = 1; size <= Document.Length; size++)
        {
            await using var result = await RowBinaryResult.OpenAsync(new Pieces(Document, size), EngineLimits.None, CancellationToken.None);
            IHuntingResult rows = result;
            Assert.Equal(["a", "b", "c"], rows.Columns.Select(c => c.Name));
            Assert.True(await rows.ReadAsync(CancellationToken.None));
            Assert.Equal(("first", "1", "[\"x\",\"yz\"]"), (rows.GetText(0), rows.GetText(1), rows.GetText(2)));
            Assert.True(await rows.ReadAsync(CancellationToken.None));
            Assert.Equal(("", null, "[]"), (rows.GetText(0), rows.GetText(1), rows.GetText(2)));
            Assert.True(await rows.ReadAsync(CancellationToken.None));
            Assert.Equal((new string('z', 200), "-1", "[\"\"]"), (rows.GetText(0), rows.GetText(1), rows.GetText(2)));
            Assert.False(await rows.ReadAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_an_error_unless_a_row_just_ended()
    {
        var clean = 0;
        for (var length = 0; length < Document.Length; length++)
        {
            var failure = await Record.ExceptionAsync(async () =>
            {
                await using var result = await RowBinaryResult.OpenAsync(new Pieces(Document[..length], 7), EngineLimits.None, CancellationToken.None);
                while (await result.ReadAsync(CancellationToken.None))
                {
                }
            });
            if (failure is null)
                clean++;
            else
                Assert.Equal(EngineErrorKind.Unavailable, Assert.IsType<EngineException>(failure).Error.Kind);
        }

        Assert.Equal(3, clean); // after the header, after row one, after row two
    }

    [Fact]
    public async Task A_source_is_disposed_when_the_header_is_damaged()
    {
        var source = new Pieces([1, 1, (byte)'a', .. Text("NoSuchType")], 100);
        await Assert.ThrowsAsync<EngineException>(() => RowBinaryResult.OpenAsync(source, EngineLimits.None, CancellationToken.None));
        Assert.True(source.Disposed);
    }

    private sealed class Pieces(byte[] document, int size) : IChunkSource
    {
        private readonly byte[] _piece = new byte[size];
        private int _position;

        public bool Disposed { get; private set; }

        public ResourceUsage Usage => default;

        public ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
        {
            _piece.AsSpan().Fill(0xEE); // what was handed out before is no longer valid
            var length = Math.Min(size, document.Length - _position);
            document.AsSpan(_position, length).CopyTo(_piece);
            _position += length;
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(_piece.AsMemory(0, length));
        }

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
