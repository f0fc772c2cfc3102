// What the states are called in a filter; a file itself comes with its state's name.
interface Name {
  readonly zh: string;
  readonly en: string;
}

export const STATE_NAMES: Readonly<Record<string, Name>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待核实', en: 'To be verified' },
  checked: { zh: '待公示', en: 'To be publicised' },
  public_notice: { zh: '公示中', en: 'On public notice' },
  verified: { zh: '已认定', en: 'Verified' },
  verified_closed: { zh: '已认定（年度已归档）', en: 'Verified, year archived' },
  challenged: { zh: '被质疑，待答复', en: 'Challenged, may be answered' },
  answered: { zh: '待复核质疑', en: 'Challenge to be reviewed' },
  revocation_served: { zh: '拟撤销，可申诉', en: 'To be revoked, may be appealed' },
  appealed_revocation: { zh: '撤销申诉中', en: 'Revocation under appeal' },
  rejected: { zh: '未予认定，可申诉', en: 'Rejected, may be appealed' },
  appealed: { zh: '申诉中', en: 'Under appeal' },
  dismissed: { zh: '未予认定', en: 'Dismissed' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};
