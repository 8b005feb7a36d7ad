namespace Drever.Hunting;

/// <summary>
/// Decides before anything is parsed whether a hunt may run, and with what: the window, the devices, the limits. Quotas
/// and device groups are implementations of this seam.
/// </summary>
public interface IAdmission
{
    ValueTask<AdmissionDecision> AdmitAsync(HuntingRequest request, CancellationToken cancellationToken);
}

/// <summary>Refused with an error, or admitted; the admission is the caller's to dispose.</summary>
public readonly struct AdmissionDecision
{
    private AdmissionDecision(HuntingError? refusal, AdmittedHunt? hunt)
    {
        Refusal = refusal;
        Hunt = hunt;
    }

    public HuntingError? Refusal { get; }

    public AdmittedHunt? Hunt { get; }

    public static AdmissionDecision Refused(HuntingError error) => new(error, null);

    public static AdmissionDecision Admitted(AdmittedHunt hunt) => new(null, hunt);
}

/// <summary>What an admitted hunt may do. Disposing it gives the quota lease back.</summary>
/// <param name="Window">The effective window: asked for, or the default, cut to the look-back.</param>
/// <param name="Devices">The devices whose rows may be seen.</param>
/// <param name="Limits">Time, rows and bytes.</param>
public record AdmittedHunt(TimeWindow Window, DeviceScope Devices, LimitProfile Limits) : IAsyncDisposable
{
    /// <summary>Books what a hunt used. Called once, also for hunts that failed.</summary>
    public virtual ValueTask CompleteAsync(HuntingStats stats) => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
