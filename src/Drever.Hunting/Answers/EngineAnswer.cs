using System.Collections.Immutable;
using System.Text;
using Drever.Engine;

namespace Drever.Hunting;

/// <summary>
/// The engine's rows as an answer. Columns are the query's own, with KQL types: the engine's result has the same ones in
/// the same places.
/// </summary>
/// <param name="before">What was used before the answer: for the columns that had to be looked up.</param>
internal sealed class EngineAnswer(
    IHuntingResult result, ImmutableArray<AnswerColumn> columns, bool usesLegacyTables, AdmittedHunt hunt, HuntingStats before) : IHuntingAnswer
{
    private byte[] _decimal = [];
    private bool _ended;

    public ImmutableArray<AnswerColumn> Columns => columns;

    public bool UsesLegacyTables => usesLegacyTables;

    public long MaxResultBytes => hunt.Limits.MaxResultBytes;

    public HuntingError? Error { get; private set; }

    public bool Truncated => result.Truncated;

    public HuntingStats Stats
    {
        get
        {
            return before.Plus(HuntingStats.Of(result.Usage));
        }
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return false;
        try
        {
            if (await result.ReadAsync(cancellationToken))
                return true;
        }
        catch (EngineException failure)
        {
            Error = EngineErrors.ToHuntingError(failure.Error);
        }
        _ended = true;
        return false;
    }

    public bool IsNull(int column) => result.IsNull(column);

    public bool GetBool(int column) => result.GetBoolean(column);

    public int GetInt(int column) => result.GetInt32(column);

    public long GetLong(int column) => result.GetInt64(column);

    public double GetReal(int column) => result.GetDouble(column);

    public ReadOnlySpan<byte> GetDecimalText(int column)
    {
        _decimal = Encoding.ASCII.GetBytes(result.GetText(column) ?? "");
        return _decimal;
    }

    public long GetDateTimeTicks(int column) => result.GetDateTimeTicks(column);

    public long GetTimeSpanTicks(int column) => result.GetInt64(column);

    public Guid GetGuid(int column) => result.GetGuid(column);

    public ReadOnlySpan<byte> GetUtf8(int column) => result.GetUtf8(column);

    public ReadOnlySpan<byte> GetDynamicJson(int column) => result.GetUtf8(column);

    public async ValueTask DisposeAsync()
    {
        await result.DisposeAsync();
        await hunt.CompleteAsync(Stats);
        await hunt.DisposeAsync();
    }
}
