namespace Drever.Hunting;

/// <summary>
/// Admits every call within its family's limits: the window is cut to the look-back, every device is visible, nothing is
/// counted.
/// </summary>
public sealed class DefaultAdmission(TimeProvider time, LookBack lookBack) : IAdmission
{
    public ValueTask<AdmissionDecision> AdmitAsync(HuntingRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var window = lookBack.Effective(request, time.GetUtcNow().UtcDateTime);
        var hunt = new AdmittedHunt(window, DeviceScope.All, LimitProfiles.DefaultFor(request.Family));
        return ValueTask.FromResult(AdmissionDecision.Admitted(hunt));
    }
}
