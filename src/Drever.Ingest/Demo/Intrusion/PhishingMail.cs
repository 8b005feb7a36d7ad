using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Intrusion;

/// <summary>Act one: a mail to the finance department, a click, and the removal two days later.</summary>
internal static class PhishingMail
{
    public const string Url = "https://portal.nordlicht-billing.example/invoice/48213";

    public static List<Mail> Compose(Company company, Timeline time, DemoRandom random)
    {
        var recipients = company.People.Where(p => p.Department == "Finance").ToList();
        return recipients.ConvertAll(person => new Mail(time.MailSent.AddMilliseconds(350 * recipients.IndexOf(person)), random.Guid(), "accounts@nordlicht-billing.example", "Nordlicht Billing", "203.0.113.76", person, "Overdue invoice 48213 - final notice")
        {
            Urls = [Url],
            DeliveryAction = recipients.IndexOf(person) % 3 == 2 ? "Junked" : "Delivered",
            DeliveryLocation = recipients.IndexOf(person) % 3 == 2 ? "Junk folder" : "Inbox/folder",
        });
    }

    public static void Send(DemoOutput output, List<Mail> mails, Timeline time)
    {
        foreach (var mail in mails)
            MailRows.Write(output, mail);
        MailRows.Click(output, mails[0], time.Click, Url);
        MailRows.Click(output, mails[^1], time.Click.AddHours(26), Url, "ClickBlocked", threat: "Phish");
        foreach (var mail in mails)
            MailRows.Remove(output, mail, time.Response.AddSeconds(mails.IndexOf(mail)), "Phish ZAP");
    }
}
