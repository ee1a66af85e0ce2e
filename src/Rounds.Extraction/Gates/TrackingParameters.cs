namespace Rounds.Extraction.Gates;

/// <summary>
/// Parameters that tell the site where the reader came from and choose nothing. Sources: the vendors' own documentation as named
/// beside each group, and the public lists of ClearURLs, Brave and Firefox (query parameter stripping), read for names only.
/// A name that some site uses to choose a page stands only under the sites where it does not.
/// </summary>
internal static class TrackingParameters
{
    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "action_object_map", "action_type_map", "action_ref_map", // Meta
        "igshid", "igsh", "mibextid", "__tn__", "__cft__[0]", "__cft__%5B0%5D", "__xts__[0]", "__xts__%5B0%5D", // Meta
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "_ga", "_gl", "_gac", "srsltid", "usqp", // Google
        "msclkid", "ocid", "cvid", "oicd", // Microsoft
        "yclid", "ysclid", "ymclid", "_openstat", "twclid", "ttclid", "li_fat_id", "rdt_cid", "epik", "scclid", "sccid", "qclid", // ads of Yandex, X, TikTok, LinkedIn, Reddit, Pinterest, Snapchat, Quora
        "ref_src", "ref_url", "__twitter_impression", "share_id", // embeds of X, Reddit
        "mc_cid", "mc_eid", "mc_tc", // Mailchimp
        "mkt_tok", // Marketo
        "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", // HubSpot
        "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "rb_clickid", "wickedid", "wickedsource", "_ke", "_kx", "__s", "ck_subscriber_id", // Vero, Omeda, Rebrandly, Wicked Reports, Klaviyo, Drip, Kit
        "ml_subscriber", "ml_subscriber_hash", "nr_email_referer", "dm_i", "dm_t", "ss_source", "ss_campaign_id", "ss_email_id", "sfmc_id", "sfmc_activityid", // MailerLite, Newsletter, Dotdigital, SharpSpring, Salesforce
        "elqtrackid", "elqtrack", "elqaid", "elqat", "elqcampaignid", "elqcst", "elq", // Eloqua
        "s_cid", "s_kwcid", "sc_cid", "sc_campaign", "sc_channel", "sc_content", "sc_medium", "sc_outcome", "sc_geo", "sc_country", "ef_id", "adobe_mc", "adobe_mc_ref", "adobe_mc_sdid", // Adobe
        "wt.mc_id", "wt.mc_ev", "wt.mc_n", "wt.mc_t", "wt_mc", "wtmc", "wt_zmc", "wt.nav", "wt.z_eloc", "wt.srch", // Webtrends, Mapp
        "cmpid", "cmp_id", "ncid", "icid", "cmp", "ito", "at_xt_campaign", "xtor", "xts", "dicbo", "oborigurl", "tblci", "vgo_ee", // publishers' campaign codes; AT Internet, Outbrain, Taboola, ActiveCampaign
        "irclickid", "irgwc", "cjevent", "sscid", "awc", "_branch_match_id", "_branch_referrer", "guccounter", "guce_referrer", "guce_referrer_sig", // affiliate networks, Branch, Yahoo's consent page
        "mkwid", "pcrid", "trk_contact", "trk_msg", "trk_module", "trk_sid", "iclid", "ndclid", "unicorn_click_id", "bxid", "cndid", // Marin, Listrak, Condé Nast
        "hsa_acc", "hsa_ad", "hsa_cam", "hsa_grp", "hsa_kw", "hsa_mt", "hsa_net", "hsa_src", "hsa_tgt", "hsa_ver", // HubSpot Ads
        "replytocom", "phpsessid", "amp_js_v", "amp_gsa", "amp_ct", "__amp_source_origin", // WordPress comments, PHP sessions, AMP's own
        "sharedid", "sr_share", "mbid", "spjobid", "spmailingid", "spreportid", "spuserid", // AddThis, Condé Nast, Acoustic
    };

    // Families whose every member is a campaign's name: Urchin and Google Analytics, Matomo and Piwik, BBC, Blueshift, Parsely.
    private static readonly string[] Prefixes =
        ["utm_", "mtm_", "matomo_", "pk_", "piwik_", "at_campaign", "at_medium", "at_link_", "at_custom", "at_bbc_", "at_ptr_", "at_format", "at_creation", "at_recipient", "bsft_", "hmb_", "itm_", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "ns_fee", "trc_", "__hs"];

    private static readonly Dictionary<string, HashSet<string>> BySite = new(StringComparer.Ordinal)
    {
        ["youtube.com"] = Names("feature si pp ab_channel app persist_app"),
        ["music.youtube.com"] = Names("feature si"),
        ["open.spotify.com"] = Names("si nd context dl_branch _branch_match_id"),
        ["podcasts.apple.com"] = Names("itscg itsct at ct ls mt"),
        ["apps.apple.com"] = Names("itscg itsct at ct ls mt"),
        ["x.com"] = Names("s t cn cxt"),
        ["facebook.com"] = Names("ref refsrc fref hc_ref hc_location __tn__ eid rdid share_url paipv eav notif_id notif_t sfnsn extid"),
        ["instagram.com"] = Names("hl igsh"),
        ["linkedin.com"] = Names("trk trackingid lipi licu refid originalsubdomain midtoken midsig rcm eid otptoken"),
        ["reddit.com"] = Names("ref ref_source ref_campaign rdt correlation_id $deep_link post_fullname"),
        ["tiktok.com"] = Names("_r _t is_copy_url is_from_webapp sender_device sender_web_id share_app_id share_link_id tt_from u_code"),
        ["pinterest.com"] = Names("invite_code sender sfo"),
        ["medium.com"] = Names("source sk gi"),
        ["substack.com"] = Names("r s isfreemail triedredirect showwelcome"),
        ["nytimes.com"] = Names("smid smtyp smvar referringsource emc partner rref rss module pgtype action contentcollection ref unlocked_article_code campaign_id instance_id segment_id user_id regi_id te nl"),
        ["washingtonpost.com"] = Names("tid hpid wpisrc wpmk wp_login_redirect itid pwapi_token"),
        ["wsj.com"] = Names("mod reflink st link"),
        ["bloomberg.com"] = Names("sref srnd leadsource in_source accesstoken"),
        ["forbes.com"] = Names("sh ss ctpv"),
        ["bbc.co.uk"] = Names("intlink_from_url intlink_ts ocid post_type pinned_post_locator pinned_post_asset_id pinned_post_type"),
        ["bbc.com"] = Names("intlink_from_url intlink_ts ocid post_type pinned_post_locator pinned_post_asset_id pinned_post_type"),
        ["theguardian.com"] = Names("ref ref_ fb ref_article"),
        ["economist.com"] = Names("fsrc"),
        ["ft.com"] = Names("sharetype segmentid ftcamp desktop shareid"),
        ["reuters.com"] = Names("feedtype feedname rpc edition-redirect"),
        ["cnn.com"] = Names("hpt sr iref rss"),
        ["cnbc.com"] = Names("__source"),
        ["wired.com"] = Names("mbid source"),
        ["theatlantic.com"] = Names("gift"),
        ["usatoday.com"] = Names("gnt-cfr"),
        ["medscape.com"] = Names("src faf uac impid spon sso"),
        ["medpagetoday.com"] = Names("xid eun"),
        ["healio.com"] = Names("ecp"),
        ["statnews.com"] = Names("_hsmi"),
        ["nature.com"] = Names("wt.ec_id"),
        ["sciencedirect.com"] = Names("via dgcid rr"),
        ["thelancet.com"] = Names("dgcid rss"),
        ["nejm.org"] = Names("cid emp rss"),
        ["jamanetwork.com"] = Names("resultclick guestaccesskey linkid appid scl"),
        ["bmj.com"] = Names("int_source int_medium int_campaign hootpostid"),
        ["tandfonline.com"] = Names("needaccess scroll role cookieset"),
        ["springer.com"] = Names("wt_mc error"),
        ["ncbi.nlm.nih.gov"] = Names("report ordinalpos itool log$"),
        ["pubmed.ncbi.nlm.nih.gov"] = Names("from_term from_pos from_single_result dopt fc ff v otool"),
        ["ebay.com"] = Names("_trkparms _trksid mkcid mkrid campid toolid mkevt amdata hash"),
        ["aliexpress.com"] = Names("spm algo_expid algo_pvid btsid ws_ab_test pvid scm aff_platform aff_trace_key sk terminal_id"),
        ["etsy.com"] = Names("click_key click_sum ref pro frs ga_order ga_search_type ga_view_type ga_search_query organic_search_click"),
    };

    private static readonly HashSet<string> Amazon = Names(
        "ref ref_ tag qid sr pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t crid sprefix dib dib_tag linkcode linkid camp creative creativeasin ascsubtag _encoding content-id");

    /// <summary>Whether this part of a query can go. Names are compared without case: campaign tools write them either way.</summary>
    public static bool Drops(string host, string parameter)
    {
        // Elsevier's own links write via%3Dihub.
        var equals = parameter.IndexOf('=') is var plain and >= 0 ? plain : parameter.IndexOf("%3D", StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        if (Everywhere.Contains(name)) return true;
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        if (IsAmazon(host)) return Amazon.Contains(name);
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : -1)
            if (BySite.TryGetValue(host[at..], out var names)) return names.Contains(name);
        return host.Contains(".blogspot.", StringComparison.Ordinal) && parameter is "m=1" or "m=0";
    }

    public static bool IsAmazon(string host)
    {
        var name = host.StartsWith("www.", StringComparison.Ordinal) ? host.AsSpan(4) : host;
        return name.StartsWith("amazon.") && name["amazon.".Length..] is "com" or "ca" or "de" or "fr" or "it" or "es" or "nl" or "se"
            or "pl" or "in" or "co.uk" or "co.jp" or "com.au" or "com.br" or "com.mx" or "com.tr" or "com.be" or "ae" or "sa" or "sg" or "eg";
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
