namespace Drever.Hunting;

/// <summary>
/// Admits every call of a known tenant within its family's limits: the window is cut to the tenant's look-back, every
/// device is visible, nothing is counted.
/// </summary>
public sealed class DefaultAdmission(TenantRegistry tenants, TimeProvider time) : IAdmission
{
    public ValueTask<AdmissionDecision> AdmitAsync(HuntingRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Decide(request));
    }

    private AdmissionDecision Decide(HuntingRequest request)
    {
        if (tenants.Find(request.Caller.TenantId) is not { } tenant)
            return AdmissionDecision.Refused(new(HuntingErrorKind.Forbidden, "Unauthorized request - Account is not provisioned."));
        var window = tenant.LookBack.Effective(request, time.GetUtcNow().UtcDateTime);
        return AdmissionDecision.Admitted(new AdmittedHunt(window, DeviceScope.All, LimitProfiles.DefaultFor(request.Family)));
    }
}
