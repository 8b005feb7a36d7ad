using Drever.Ingest.Demo.Background;
using Drever.Ingest.Demo.Intrusion;
using Drever.Ingest.Demo.World;
using Drever.Ingest.Records;

namespace Drever.Ingest.Demo;

/// <summary>
/// The records of a made company: thirty days of ordinary work and one intrusion, in the shape in which Defender delivers them.
/// The story and the queries that follow it: docs/demo.md.
/// </summary>
public sealed class DemoReader : IRecordReader
{
    private readonly DemoOutput _output;
    private readonly IEnumerator<Action> _steps;
    private int _next;

    public DemoReader(DemoOptions options)
    {
        _output = new DemoOutput(options);
        _steps = Steps(options).GetEnumerator();
    }

    /// <summary>Nothing of its own is ever rejected.</summary>
    public Rejection Rejection => default;

    public long Line => 0;

    public ValueTask<ReadOutcome> ReadAsync(Record record, CancellationToken cancellationToken)
    {
        while (_next == _output.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _output.Clear();
            _next = 0;
            if (!_steps.MoveNext())
                return new(ReadOutcome.End);
            _steps.Current();
        }

        record.CopyFrom(_output[_next++]);
        return new(ReadOutcome.Record);
    }

    public ValueTask DisposeAsync()
    {
        _steps.Dispose();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<Action> Steps(DemoOptions options)
    {
        var company = Company.Create(options);
        var state = new StateTables(_output, company);
        yield return state.Vulnerabilities;
        yield return state.Exposure;
        foreach (var step in IntrusionStory.Steps(_output, company))
            yield return step;
        for (var day = 0; day <= options.Days; day++)
        {
            var date = options.Start.Date.AddDays(day);
            foreach (var device in company.Devices)
                yield return () => new DeviceDay(_output, company, device, date).Emit();
            yield return () => new MailDay(_output, company, date).Emit();
            yield return () => new IdentityDay(_output, company, date).Emit();
            yield return () => new CloudDay(_output, company, date).Emit();
            yield return () => state.Day(date);
        }
    }
}
