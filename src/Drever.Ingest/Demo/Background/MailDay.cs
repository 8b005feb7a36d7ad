using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>A day's mail and chat.</summary>
internal sealed class MailDay(DemoOutput output, Company company, DateTime date)
{
    private static readonly (string Address, string Name, string Ip)[] Correspondents =
    [
        ("order@kontorsbutiken.example", "Kontorsbutiken", "192.0.2.110"), ("erik.vik@fjordmek.example", "Erik Vik", "192.0.2.111"), ("nyhetsbrev@dagsnytt.example", "Dagsnytt", "192.0.2.112"),
        ("faktura@elkraft-ost.example", "Elkraft Öst", "192.0.2.113"), ("sofia.nyman@matlab-nord.example", "Sofia Nyman", "192.0.2.114"), ("support@nordledger.example", "NordLedger", "198.51.100.41"),
        ("no-reply@tagplan.example", "Tågplan", "192.0.2.116"), ("kampanj@klickmera.example", "Klickmera", "198.51.100.62"), ("t.weber@praezision.example", "Thomas Weber", "192.0.2.118"),
    ];

    private static readonly string[] Subjects =
        ["Order confirmation", "Ang. offert", "Mötesanteckningar", "Leverans vecka {0}", "Faktura {0}", "Nyheter i veckan", "Frågor om ritning {0}", "Påminnelse: tidrapport", "Kalibrering av mätplats {0}", "Lunch?"];

    private readonly DemoRandom _random = DemoRandom.For(company.Options.Seed, "mail", (int)date.Subtract(DateTime.UnixEpoch).TotalDays);

    public void Emit()
    {
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        foreach (var person in company.People)
        {
            for (var count = isWeekend ? 2 : _random.Between(7, 15); count > 0; count--)
                Send(Compose(person));
            for (var count = isWeekend ? 0 : 2; count > 0; count--)
                Chat(person);
        }
    }

    private Mail Compose(Employee recipient)
    {
        var time = date.AddHours(_random.Chance(0.8) ? 6 : 0) + _random.Within(TimeSpan.FromHours(11));
        var subject = string.Format(System.Globalization.CultureInfo.InvariantCulture, _random.Of(Subjects), _random.Between(1, 4800));
        if (_random.Chance(0.4))
        {
            var colleague = _random.Of(company.People);
            return new Mail(time, _random.Guid(), colleague.Upn, colleague.DisplayName, Site.OfficeIp, recipient, subject) { Direction = "Intra-org", Sender = colleague, Attachments = Attachments(0.15) };
        }

        var (address, name, ip) = _random.Skewed(Correspondents);
        var isSpam = _random.Chance(0.04);
        return new Mail(time, _random.Guid(), address, name, ip, recipient, subject)
        {
            Threat = isSpam ? "Spam" : null,
            DeliveryAction = isSpam ? "Junked" : "Delivered",
            DeliveryLocation = isSpam ? "Junk folder" : "Inbox/folder",
            Urls = [.. Enumerable.Range(0, _random.Between(0, 2)).Select(_ => $"https://{_random.Skewed(Site.Web).Host}/a/{_random.Hex(5)}")],
            Attachments = Attachments(0.2),
        };
    }

    private (string, string, string)[] Attachments(double probability) =>
        _random.Chance(probability) ? [_random.Chance(0.7) ? ($"bilaga-{_random.Hex(4)}.pdf", "pdf", _random.Hex(64)) : ($"underlag-{_random.Hex(4)}.xlsx", "xlsx", _random.Hex(64))] : [];

    private void Send(Mail mail)
    {
        MailRows.Write(output, mail);
        if (mail.Urls.Count > 0 && _random.Chance(0.12))
            MailRows.Click(output, mail, mail.Time.AddMinutes(_random.Between(1, 90)), mail.Urls[0]);
        if (mail.Threat is null && mail.Direction == "Inbound" && _random.Chance(0.002))
            MailRows.Remove(output, mail, mail.Time.AddHours(2), "Phish ZAP");
    }

    private void Chat(Employee person)
    {
        var time = date.AddHours(7) + _random.Within(TimeSpan.FromHours(9));
        var other = _random.Of(company.People);
        var thread = $"19:{_random.Hex(32)}@unq.thread.example";
        var message = FormattableString.Invariant($"/chats/{thread}/messages/{time.Ticks / 10_000}");
        output.Row("MessageEvents", time).Set("TeamsMessageId", message).Set("SenderEmailAddress", person.Upn).Set("SenderDisplayName", person.DisplayName).Set("SenderObjectId", person.ObjectId).Set("SenderType", "User")
            .Json("RecipientDetails", $$"""[{"RecipientSmtpAddress":"{{other.Upn}}","RecipientDisplayName":"{{other.DisplayName}}","RecipientObjectId":"{{other.ObjectId}}","RecipientType":"User"}]""")
            .Set("IsOwnedThread", true).Set("MessageId", FormattableString.Invariant($"{time.Ticks / 10_000}")).Set("ThreadId", thread).Set("ThreadType", "chat").Set("IsExternalThread", false).Set("DeliveryAction", "Delivered").Set("DeliveryLocation", "Teams").Set("ReportId", _random.Guid());
        if (_random.Chance(0.2))
            output.Row("MessageUrlInfo", time).Set("TeamsMessageId", message).Set("Url", $"https://{Site.Files.Host}/s/{_random.Hex(8)}").Set("UrlDomain", Site.Files.Host).Set("ReportId", _random.Guid());
    }
}
