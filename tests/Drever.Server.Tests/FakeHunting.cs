using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Drever.Hunting;
using Drever.Kql.Symbols;

namespace Drever.Server.Tests;

/// <summary>Hunting without an engine: keeps the requests, gives what the test says.</summary>
internal sealed class FakeHunting : IHuntingService
{
    private readonly Lock _lock = new();
    private readonly List<HuntingRequest> _requests = [];

    public Func<HuntingRequest, CancellationToken, Task<HuntingOutcome>> Answer { get; set; } =
        (_, _) => Task.FromResult(HuntingOutcome.Running(new FakeAnswer([new("X", KqlType.Long)], [[1L]])));

    public IReadOnlyList<HuntingRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public Task<HuntingOutcome> RunAsync(HuntingRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
            _requests.Add(request);
        return Answer(request, cancellationToken);
    }

    public void Gives(FakeAnswer answer) => Answer = (_, _) => Task.FromResult(HuntingOutcome.Running(answer));

    public void Fails(HuntingError error) => Answer = (_, _) => Task.FromResult(HuntingOutcome.Failed(error));
}

internal sealed class FakeAnswer(ImmutableArray<AnswerColumn> columns, IReadOnlyList<object?[]> rows) : IHuntingAnswer
{
    private int _row = -1;

    public ImmutableArray<AnswerColumn> Columns => columns;

    public bool UsesLegacyTables { get; init; }

    public long MaxResultBytes { get; init; } = 10_000_000;

    public HuntingError? Error { get; private set; }

    /// <summary>What reading ends with.</summary>
    public HuntingError? EndsWith { get; init; }

    /// <summary>Runs before each row.</summary>
    public Func<int, CancellationToken, Task>? BeforeRow { get; init; }

    public bool Truncated { get; init; }

    public bool Disposed { get; private set; }

    public HuntingStats Stats { get; init; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (BeforeRow is { } before)
            await before(_row + 1, cancellationToken);
        if (++_row < rows.Count)
            return true;
        Error = EndsWith;
        return false;
    }

    public bool IsNull(int column) => rows[_row][column] is null;

    public bool GetBool(int column) => (bool)rows[_row][column]!;

    public int GetInt(int column) => (int)rows[_row][column]!;

    public long GetLong(int column) => (long)rows[_row][column]!;

    public double GetReal(int column) => (double)rows[_row][column]!;

    public ReadOnlySpan<byte> GetDecimalText(int column) => Encoding.UTF8.GetBytes(((decimal)rows[_row][column]!).ToString(CultureInfo.InvariantCulture));

    public long GetDateTimeTicks(int column) => ((DateTime)rows[_row][column]!).Ticks;

    public long GetTimeSpanTicks(int column) => ((TimeSpan)rows[_row][column]!).Ticks;

    public Guid GetGuid(int column) => (Guid)rows[_row][column]!;

    public ReadOnlySpan<byte> GetUtf8(int column) => Encoding.UTF8.GetBytes((string)rows[_row][column]!);

    public ReadOnlySpan<byte> GetDynamicJson(int column) => GetUtf8(column);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
