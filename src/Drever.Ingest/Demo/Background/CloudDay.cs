using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>A day in the cloud: sign-ins and what people do there.</summary>
internal sealed class CloudDay(DemoOutput output, Company company, DateTime date)
{
    public const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0";

    private static readonly string[] Apps = ["Office 365 Exchange Online", "Microsoft Teams", "Office 365 SharePoint Online", "NordLedger"];
    private static readonly (string Action, string App, string Type)[] Activities =
        [("FileAccessed", "Microsoft SharePoint Online", "File"), ("FileModified", "Microsoft OneDrive for Business", "File"), ("MailItemsAccessed", "Microsoft Exchange Online", "Mail"), ("MessageSent", "Microsoft Teams", "Message"), ("FileDownloaded", "Microsoft SharePoint Online", "File")];

    private readonly DemoRandom _random = DemoRandom.For(company.Options.Seed, "cloud", (int)date.Subtract(DateTime.UnixEpoch).TotalDays);

    public void Emit()
    {
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        foreach (var person in company.People)
        {
            var device = company.Devices.Find(d => d.Owner == person)!;
            for (var i = 0; i < (isWeekend ? 1 : 4); i++)
                IdentityRows.SignIn(output, At(), person, _random.Of(Apps), Site.OfficeIp, "SE", "Linköping", Browser, _random, device, _random.Chance(0.04) ? 50126 : 0);
            for (var i = 0; i < (isWeekend ? 1 : 8); i++)
                Act(person);
        }
    }

    private DateTime At() => date.AddHours(6.5) + _random.Within(TimeSpan.FromHours(9.5));

    private void Act(Employee person)
    {
        var (action, app, type) = _random.Skewed(Activities);
        var time = At();
        var name = $"{person.Department}/underlag-{_random.Hex(4)}.xlsx";
        IdentityRows.Cloud(output, time, action, app, person, Site.OfficeIp, "SE", "Linköping", Browser, _random)
            .Set("ActivityType", "Basic").Set("ObjectName", name).Set("ObjectType", type).Set("ObjectId", _random.Guid())
            .Json("ActivityObjects", $$"""[{"Type":"{{type}}","Role":"Target object","Name":"{{name}}"},{"Type":"Account","Role":"Actor","Name":"{{person.DisplayName}}","Id":"{{person.ObjectId}}"}]""")
            .Json("RawEventData", $$"""{"Operation":"{{action}}","UserId":"{{person.Upn}}","ClientIP":"{{Site.OfficeIp}}","Workload":"{{app.Split(' ')[1]}}","CreationTime":"{{time:yyyy-MM-ddTHH:mm:ss}}"}""");
    }
}
