using Drever.Engine;

namespace Drever.Hunting;

/// <summary>The way of a hunt: admit, compile, run, answer.</summary>
/// <param name="options">Limits of the machine, beside those of the caller's family.</param>
public sealed class HuntingService(
    IHuntingEngine engine, HuntCompiler compiler, IAdmission admission, TenantRegistry tenants, TimeProvider time, HuntingServiceOptions options) : IHuntingService
{
    public async Task<HuntingOutcome> RunAsync(HuntingRequest request, CancellationToken cancellationToken)
    {
        var decision = await admission.AdmitAsync(request, cancellationToken);
        if (decision.Hunt is not { } hunt)
            return HuntingOutcome.Failed(decision.Refusal!);
        IHuntingAnswer? answer = null;
        var scope = Scope(request, hunt);
        var discovery = new EngineDiscovery(engine, scope.Database, Limits(hunt.Limits));
        try
        {
            var compilation = await compiler.CompileAsync(request.Query, scope, discovery, cancellationToken);
            if (compilation.Query is not { } query)
                return HuntingOutcome.Failed(compilation.Error!);
            var rows = await engine.QueryAsync(new EngineQuery(query.Text, scope.Database) { Limits = discovery.Remaining }, cancellationToken);
            answer = new EngineAnswer(rows, [.. query.Columns.Select(c => new AnswerColumn(c.Name, c.Type))], query.UsesLegacyTables, hunt, discovery.Used);
            return HuntingOutcome.Running(answer);
        }
        catch (EngineException failure)
        {
            return HuntingOutcome.Failed(EngineErrors.ToHuntingError(failure.Error));
        }
        finally
        {
            // a running answer gives the admission back itself
            if (answer is null)
            {
                await hunt.CompleteAsync(discovery.Used);
                await hunt.DisposeAsync();
            }
        }
    }

    private HuntScope Scope(HuntingRequest request, AdmittedHunt hunt) => new(
        tenants.Find(request.Caller.TenantId)!.Database, time.GetUtcNow().UtcDateTime, hunt.Window, hunt.Devices, hunt.Limits.MaxRows);

    private EngineLimits Limits(LimitProfile profile) => new(
        profile.RequestTimeout,
        options.MaxMemoryBytes,
        profile.MaxRows < long.MaxValue ? profile.MaxRows : null,
        profile.MaxResultBytes < long.MaxValue ? profile.MaxResultBytes : null,
        options.MaxThreads);
}

/// <param name="MaxMemoryBytes">Memory of one hunt in the engine.</param>
/// <param name="MaxThreads">Threads of one hunt; 0 leaves it to the engine.</param>
public sealed record HuntingServiceOptions(long MaxMemoryBytes = 4L << 30, int MaxThreads = 0);
