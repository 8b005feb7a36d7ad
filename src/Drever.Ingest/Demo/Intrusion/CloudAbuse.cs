using Drever.Ingest.Demo.Background;
using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>Act nine: the stolen session in the cloud, an inbox rule, an app that reads mail.</summary>
internal sealed class CloudAbuse(DemoOutput output, Company company, Timeline time, DemoRandom random)
{
    public const string AppId = "0a0b0bad-0000-4000-a000-000000000666";
    private const string Agent = "python-requests/2.32.3";
    private const string Exchange = "Microsoft Exchange Online";

    public void Emit()
    {
        var at = time.CloudAccess;
        IdentityRows.SignIn(output, at, company.Victim, "Office 365 Exchange Online", Site.IntruderIp, "XX", "", Agent, random, risk: 50);
        Act("MailItemsAccessed", at.AddMinutes(2), "Inbox", """{"Operation":"MailItemsAccessed","OperationProperties":[{"Name":"MailAccessType","Value":"Sync"}]}""");
        Act("New-InboxRule", at.AddMinutes(6), "..", """{"Operation":"New-InboxRule","Parameters":[{"Name":"Name","Value":".."},{"Name":"SubjectOrBodyContainsWords","Value":"invoice;security;phish"},{"Name":"MoveToFolder","Value":"RSS Feeds"},{"Name":"MarkAsRead","Value":"True"}]}""");
        Act("Consent to application.", at.AddMinutes(15), "MailSync Helper", $$"""{"Operation":"Consent to application.","ModifiedProperties":[{"Name":"ConsentAction.Permissions","NewValue":"Mail.Read offline_access"}],"ObjectId":"{{AppId}}"}""");
        StateTables.OAuthApp(output, at.AddMinutes(16), AppId, "MailSync Helper", "High", """[{"permissionName":"Mail.Read","type":"Delegated"},{"permissionName":"offline_access","type":"Delegated"}]""", 1, at.AddMinutes(15), random);
    }

    private void Act(string action, DateTime at, string target, string raw) => IdentityRows.Cloud(output, at, action, Exchange, company.Victim, Site.IntruderIp, "XX", "", Agent, random)
        .Set("ObjectName", target).Set("ActivityType", action.StartsWith("New", StringComparison.Ordinal) ? "Create" : "Basic").Json("RawEventData", raw).Json("ActivityObjects", $$"""[{"Type":"Structured object","Role":"Target object","Name":"{{target}}"}]""").Json("UncommonForUser", """["ISP","UserAgent","CountryCode"]""");
}
