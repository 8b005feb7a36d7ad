namespace Drever.Ingest.Demo.World;

/// <summary>A delivered or sent message to one recipient.</summary>
internal sealed record Mail(DateTime Time, string MessageId, string SenderAddress, string SenderName, string SenderIp, Employee Recipient, string Subject)
{
    public string Direction { get; init; } = "Inbound";

    public string? Threat { get; init; }

    public string DeliveryAction { get; init; } = "Delivered";

    public string DeliveryLocation { get; init; } = "Inbox/folder";

    public IReadOnlyList<string> Urls { get; init; } = [];

    public IReadOnlyList<(string Name, string Type, string Sha256)> Attachments { get; init; } = [];

    public Employee? Sender { get; init; }

    public string SenderDomain => SenderAddress[(SenderAddress.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public string ReportId => FormattableString.Invariant($"{MessageId}-{DemoRandom.Hash(Recipient.Upn)}-1");
}

/// <summary>Rows of the e-mail tables.</summary>
internal static class MailRows
{
    public static void Write(DemoOutput output, Mail mail)
    {
        output.Row("EmailEvents", mail.Time)
            .Set("NetworkMessageId", mail.MessageId).Set("InternetMessageId", $"<{mail.MessageId}@{mail.SenderDomain}>").Set("SenderMailFromAddress", mail.SenderAddress).Set("SenderFromAddress", mail.SenderAddress)
            .Set("SenderDisplayName", mail.SenderName).Set("SenderObjectId", mail.Sender?.ObjectId).Set("SenderMailFromDomain", mail.SenderDomain).Set("SenderFromDomain", mail.SenderDomain).Set("SenderIPv4", mail.SenderIp)
            .Set("RecipientEmailAddress", mail.Recipient.Upn).Set("RecipientObjectId", mail.Recipient.ObjectId).Set("RecipientDomain", Company.Domain).Set("Subject", mail.Subject).Set("EmailClusterId", DemoRandom.Hash(mail.Subject))
            .Set("EmailDirection", mail.Direction).Set("DeliveryAction", mail.DeliveryAction).Set("DeliveryLocation", mail.DeliveryLocation).Set("ThreatTypes", mail.Threat)
            .Set("DetectionMethods", mail.Threat is null ? null : $$"""{"{{mail.Threat}}":["URL detonation reputation"]}""").Set("ConfidenceLevel", mail.Threat is null ? null : $$"""{"{{mail.Threat}}":"High"}""")
            .Set("EmailAction", mail.DeliveryAction == "Junked" ? "Move message to junk mail folder" : mail.DeliveryAction == "Blocked" ? "Send to quarantine" : null)
            .Set("AuthenticationDetails", $$"""{"SPF":"{{(mail.SenderDomain.StartsWith("nordlicht", StringComparison.Ordinal) ? "softfail" : "pass")}}","DKIM":"pass","DMARC":"pass","CompAuth":"pass"}""")
            .Set("AttachmentCount", mail.Attachments.Count).Set("UrlCount", mail.Urls.Count).Set("EmailLanguage", "sv").Set("LatestDeliveryLocation", mail.DeliveryLocation).Set("LatestDeliveryAction", mail.DeliveryAction)
            .Set("To", $"[\"{mail.Recipient.Upn}\"]").Set("Cc", "[]").Set("EmailSize", 9000 + (mail.Time.Ticks % 400_000)).Set("IsFirstContact", mail.Threat is null ? 0 : 1).Set("ReportId", mail.ReportId);
        foreach (var url in mail.Urls)
        {
            output.Row("EmailUrlInfo", mail.Time).Set("NetworkMessageId", mail.MessageId).Set("Url", url).Set("UrlDomain", new Uri(url).Host).Set("UrlLocation", "Body").Set("ReportId", mail.ReportId);
        }

        foreach (var (name, type, sha256) in mail.Attachments)
        {
            output.Row("EmailAttachmentInfo", mail.Time).Set("NetworkMessageId", mail.MessageId).Set("SenderFromAddress", mail.SenderAddress).Set("SenderDisplayName", mail.SenderName)
                .Set("RecipientEmailAddress", mail.Recipient.Upn).Set("RecipientObjectId", mail.Recipient.ObjectId).Set("FileName", name).Set("FileType", type).Set("SHA256", sha256)
                .Set("FileSize", 4000 + (mail.Time.Ticks % 900_000)).Set("ReportId", mail.ReportId);
        }
    }

    public static void Click(DemoOutput output, Mail mail, DateTime time, string url, string action = "ClickAllowed", bool isClickedThrough = false, string? threat = null) => output.Row("UrlClickEvents", time)
        .Set("Url", url).Set("ActionType", action).Set("AccountUpn", mail.Recipient.Upn).Set("Workload", "Email").Set("NetworkMessageId", mail.MessageId).Set("ThreatTypes", threat).Set("IPAddress", Site.OfficeIp)
        .Set("IsClickedThrough", isClickedThrough).Set("UrlChain", $"[\"{url}\"]").Set("ReportId", $"{mail.MessageId[..8]}-{time.Ticks % 1_000_000}").Set("TimeGenerated", time);

    public static void Remove(DemoOutput output, Mail mail, DateTime time, string actionType) => output.Row("EmailPostDeliveryEvents", time)
        .Set("NetworkMessageId", mail.MessageId).Set("InternetMessageId", $"<{mail.MessageId}@{mail.SenderDomain}>").Set("Action", "Moved to quarantine").Set("ActionType", actionType).Set("ActionTrigger", "SpecialAction").Set("ActionResult", "Success")
        .Set("RecipientEmailAddress", mail.Recipient.Upn).Set("DeliveryLocation", "Quarantine").Set("SourceLocation", mail.DeliveryLocation).Set("ThreatTypes", "Phish").Set("DetectionMethods", """{"Phish":["URL malicious reputation"]}""")
        .Set("SenderFromAddress", mail.SenderAddress).Set("EmailDirection", mail.Direction).Set("ReportId", mail.ReportId);
}
