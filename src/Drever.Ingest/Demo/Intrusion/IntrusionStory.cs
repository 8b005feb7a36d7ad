using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>The intrusion, act by act. Told with its queries in docs/demo.md.</summary>
internal static class IntrusionStory
{
    public static IEnumerable<Action> Steps(DemoOutput output, Company company)
    {
        var time = Timeline.For(company.Options);
        var random = DemoRandom.For(company.Options.Seed, "intrusion");
        var mails = PhishingMail.Compose(company, time, random);
        var foothold = new Foothold(output, company, time);
        var lateral = new LateralMovement(output, company, time, random);
        var cloud = new CloudAbuse(output, company, time, random);
        yield return () => PhishingMail.Send(output, mails, time);
        yield return foothold.Enter;
        yield return foothold.Stay;
        yield return foothold.LookAround;
        yield return foothold.StealCredentials;
        yield return foothold.Report;
        yield return lateral.Spread;
        yield return lateral.Collect;
        yield return lateral.Exfiltrate;
        yield return cloud.Emit;
        yield return () => new Alerts(output, company, time, mails[0]).Emit();
    }
}
